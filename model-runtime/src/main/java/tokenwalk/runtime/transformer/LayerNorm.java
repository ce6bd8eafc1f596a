package tokenwalk.runtime.transformer;

/**
 * Takes the mean off a vector, divides by its standard deviation, scales each number and adds a bias; Ba, Kiros &amp; Hinton
 * 2016, «Layer Normalization».
 */
public final class LayerNorm implements Norm {
    private final float[] scale;
    private final float[] bias;
    private final double epsilon;

    /**
     * @param scale [width], becomes the norm's own
     * @param bias [width], becomes the norm's own
     */
    public LayerNorm(float[] scale, float[] bias, double epsilon) {
        if (scale.length != bias.length) {
            throw new IllegalArgumentException("a scale of " + scale.length + ", a bias of " + bias.length);
        }
        this.scale = scale;
        this.bias = bias;
        this.epsilon = epsilon;
    }

    @Override
    public NormKind kind() {
        return NormKind.LAYER_NORM;
    }

    @Override
    public int width() {
        return scale.length;
    }

    @Override
    public int weights() {
        return 2 * scale.length;
    }

    /** {@inheritDoc} {@code (x − mean(x)) / √(var(x) + ε) · scale + bias}. */
    @Override
    public void apply(float[] x, int fromRow, int toRow, float[] y) {
        int width = scale.length;
        for (int from = fromRow * width; from < toRow * width; from += width) {
            double mean = mean(x, from);
            scaleRow(x, from, mean, factor(x, from, mean), y);
            for (int i = 0; i < width; i++) {
                y[from + i] += bias[i];
            }
        }
    }

    /** @return {@code 1 / √(var(x) + ε)} */
    @Override
    public float factor(float[] x, int from) {
        return factor(x, from, mean(x, from));
    }

    private float factor(float[] x, int from, double mean) {
        double squares = Sums.ofSquares(x, from, scale.length, mean);
        return (float) (1 / Math.sqrt(squares / scale.length + epsilon));
    }

    @Override
    public void scaleRow(float[] x, int from, float factor, float[] y) {
        scaleRow(x, from, mean(x, from), factor, y);
    }

    private void scaleRow(float[] x, int from, double mean, float factor, float[] y) {
        float middle = (float) mean;
        for (int i = 0; i < scale.length; i++) {
            y[from + i] = (x[from + i] - middle) * factor * scale[i];
        }
    }

    @Override
    public float[] pulledBack(float[] row, float factor) {
        float[] direction = new float[scale.length];
        for (int i = 0; i < scale.length; i++) {
            direction[i] = row[i] * factor * scale[i];
        }
        float mean = (float) mean(direction, 0);
        for (int i = 0; i < scale.length; i++) {
            direction[i] -= mean;
        }
        return direction;
    }

    @Override
    public float[] bias() {
        return bias.clone();
    }

    private double mean(float[] x, int from) {
        return Sums.of(x, from, scale.length) / scale.length;
    }
}
