package tokenwalk.runtime.tensor.kernel;

/**
 * Where the numbers of one head's keys and values lie in a page, which holds some positions. Both are cut into panels, so
 * that a kernel reads them one after the other and fills whole vectors: a panel of keys holds the first number of so many
 * keys side by side, then their second, and so on; a panel of values holds so many numbers of the first value, then those of
 * the second.
 *
 * @param headWidth numbers in a key or a value
 * @param panelWidth numbers side by side; divides {@link #POSITIONS}
 */
public record KeyValueLayout(int headWidth, int panelWidth) {
    /** How many positions a page holds. */
    public static final int POSITIONS = 128;

    public KeyValueLayout {
        if (headWidth < 1 || panelWidth < 1 || POSITIONS % panelWidth != 0) {
            throw new IllegalArgumentException("no panels of " + panelWidth + " for heads of " + headWidth);
        }
    }

    /** @return how many numbers one head's keys and values take in a page, padding included */
    public int size() {
        return valuesAt() + valuePanels() * POSITIONS * panelWidth;
    }

    /** @return where number {@code index} of the key at a position of the page lies, counted from the head's begin */
    public int key(int position, int index) {
        return (position / panelWidth * headWidth + index) * panelWidth + position % panelWidth;
    }

    /** @return as {@link #key}, for the value */
    public int value(int position, int index) {
        return valuesAt() + (index / panelWidth * POSITIONS + position) * panelWidth + index % panelWidth;
    }

    /** Copies a key [headWidth] to its place in a page, where the head's numbers lie from {@code pageAt} on. */
    public void putKey(float[] key, int from, float[] page, int pageAt, int position) {
        int at = pageAt + key(position, 0);
        for (int i = 0; i < headWidth; i++) {
            page[at + i * panelWidth] = key[from + i];
        }
    }

    /** As {@link #putKey}, for a value. */
    public void putValue(float[] value, int from, float[] page, int pageAt, int position) {
        for (int i = 0; i < headWidth; i += panelWidth) {
            System.arraycopy(value, from + i, page, pageAt + value(position, i), Math.min(panelWidth, headWidth - i));
        }
    }

    /** @return where a head's values begin */
    int valuesAt() {
        return POSITIONS * headWidth;
    }

    /** @return how many panels hold a value; the last one may be padded */
    int valuePanels() {
        return (headWidth + panelWidth - 1) / panelWidth;
    }
}
