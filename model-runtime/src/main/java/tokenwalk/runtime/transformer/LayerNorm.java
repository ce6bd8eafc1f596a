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
    public float[] apply(float[] x, int rows) {
        int width = scale.length;
        float[] y = new float[rows * width];
        for (int row = 0; row < rows; row++) {
            int from = row * width;
            scaleRow(x, from, factor(x, from), y);
            for (int i = 0; i < width; i++) {
                y[from + i] += bias[i];
            }
        }
        return y;
    }

    /** @return {@code 1 / √(var(x) + ε)} */
    @Override
    public float factor(float[] x, int from) {
        double mean = mean(x, from);
        double squares = 0;
        for (int i = from; i < from + scale.length; i++) {
            squares += (x[i] - mean) * (x[i] - mean);
        }
        return (float) (1 / Math.sqrt(squares / scale.length + epsilon));
    }

    @Override
    public void scaleRow(float[] x, int from, float factor, float[] y) {
        float mean = (float) mean(x, from);
        for (int i = 0; i < scale.length; i++) {
            y[from + i] = (x[from + i] - mean) * factor * scale[i];
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
        double sum = 0;
        for (int i = from; i < from + scale.length; i++) {
            sum += x[i];
        }
        return sum / scale.length;
    }
}
