package tokenwalk.runtime.tensor;

/**
 * A row of a quantised matrix taken apart: number i is {@code scale · (quant − centre) − minimum}, where the numbers of a run
 * share scale and minimum.
 *
 * <p>Made once and filled for one row after the other with {@link StoredMatrix#readRuns}.
 */
public final class Runs {
    final int length;
    final int centre;
    final byte[] quants;
    final float[] scales;
    final float[] minimums;

    /** @throws IllegalArgumentException if the type is not quantised */
    public Runs(TensorType type, int columns) {
        this.length = lengthIn(type);
        this.centre = centreOf(type);
        this.quants = new byte[columns];
        this.scales = new float[columns / length];
        this.minimums = new float[columns / length];
    }

    private static int lengthIn(TensorType type) {
        return switch (type) {
            case Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K -> 32;
            case Q2_K, Q3_K, Q6_K -> 16;
            case F32, F16, BF16 -> throw new IllegalArgumentException(type + " is not quantised");
        };
    }

    private static int centreOf(TensorType type) {
        return switch (type) {
            case Q3_K -> 4;
            case Q4_0 -> 8;
            case Q5_0 -> 16;
            case Q6_K -> 32;
            case Q8_0, Q4_1, Q5_1, Q2_K, Q4_K, Q5_K, F32, F16, BF16 -> 0;
        };
    }

    /** @return how many numbers a run has, 16 or 32 */
    public int length() {
        return length;
    }

    /** @return the quant of a column: signed in Q8_0, 0 or more in the other types */
    public int quant(int column) {
        return quants[column];
    }

    /** @return what a run's quants are multiplied with */
    public float scale(int run) {
        return scales[run];
    }

    /** @return what is added then, so that number i is {@code scale · quant + offset} */
    public float offset(int run) {
        return -centre * scales[run] - minimums[run];
    }

    /** Multiplies the row out, to {@code target[at…]}. */
    void multiplyOut(float[] target, int at) {
        for (int run = 0; run < scales.length; run++) {
            float scale = scales[run];
            float minimum = minimums[run];
            int first = run * length;
            for (int i = first; i < first + length; i++) {
                target[at + i] = scale * (quants[i] - centre) - minimum;
            }
        }
    }
}
