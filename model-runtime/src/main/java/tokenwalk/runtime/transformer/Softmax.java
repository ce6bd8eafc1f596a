package tokenwalk.runtime.transformer;

/** Scores to weights that add up to one. */
public final class Softmax {
    private Softmax() {}

    /** Replaces {@code values[from … from + length)} by {@code exp(v − max) / Σ exp(v − max)}. */
    public static void inPlace(float[] values, int from, int length) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = from; i < from + length; i++) {
            largest = Math.max(largest, values[i]);
        }
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            values[i] = (float) Math.exp(values[i] - largest);
            sum += values[i];
        }
        float factor = (float) (1 / sum);
        for (int i = from; i < from + length; i++) {
            values[i] *= factor;
        }
    }
}
