package tokenwalk.runtime.tensor.kernel;

/** Memory in which a thread unpacks panels: kept, since a product is shorter than clearing new memory would take. */
final class Scratch {
    /**
     * Number 12 of an array that has a region of the garbage collector to itself begins a cache line.
     */
    private static final int FIRST = 12;

    /**
     * @param panels room for unpacked panels
     * @param first where in it the first panel begins
     * @param sums room for a tile's sums
     */
    record Memory(float[] panels, int first, float[] sums) {}

    private final ThreadLocal<Memory> ofThread =
            ThreadLocal.withInitial(() -> new Memory(new float[FIRST + Blocking.MOST], FIRST, new float[Tiles.SUMS]));

    Memory ofThread() {
        return ofThread.get();
    }
}
