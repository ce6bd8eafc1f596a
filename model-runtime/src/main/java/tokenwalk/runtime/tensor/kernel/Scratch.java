package tokenwalk.runtime.tensor.kernel;

/** Memory in which a thread unpacks panels: kept, since clearing new memory would take longer than a small product. */
final class Scratch {
    /**
     * An array of a megabyte mostly has regions of the garbage collector to itself; its number 12 then begins a cache line, and
     * no vector lies across two.
     */
    private static final int NUMBERS = 1 << 18;

    private static final int FIRST = 12;

    /**
     * @param panels room for unpacked panels
     * @param first where in it the first panel begins
     * @param sums room for a tile's sums
     */
    record Memory(float[] panels, int first, float[] sums) {}

    private final ThreadLocal<Memory> ofThread = ThreadLocal.withInitial(() ->
            new Memory(new float[FIRST + Math.max(NUMBERS, Blocking.MOST)], FIRST, new float[Tiles.SUMS]));

    Memory ofThread() {
        return ofThread.get();
    }
}
