package tokenwalk.runtime.trace;

/**
 * Positions of a text that follow each other.
 *
 * @param from the first
 * @param to the first after them
 */
public record Window(int from, int to) {
    public Window {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("no positions from " + from + " up to " + to);
        }
    }

    public int length() {
        return to - from;
    }

    public boolean holds(int position) {
        return position >= from && position < to;
    }
}
