package tokenwalk.runtime.transformer;

/**
 * Divides a vector by the root of its mean square and scales each number; Zhang &amp; Sennrich 2019, «Root Mean Square
 * Layer Normalization».
 */
public final class RmsNorm implements Norm {
    private final float[] scale;
    private final double epsilon;

    /** @param scale [width], becomes the norm's own */
    public RmsNorm(float[] scale, double epsilon) {
        this.scale = scale;
        this.epsilon = epsilon;
    }

    @Override
    public NormKind kind() {
        return NormKind.RMS_NORM;
    }

    @Override
    public int width() {
        return scale.length;
    }

    @Override
    public int weights() {
        return scale.length;
    }

    /** {@inheritDoc} {@code x / √(mean(x²) + ε) · scale}. */
    @Override
    public void apply(float[] x, int fromRow, int toRow, float[] y) {
        int width = scale.length;
        for (int row = fromRow; row < toRow; row++) {
            scaleRow(x, row * width, factor(x, row * width), y);
        }
    }

    /** @return {@code 1 / √(mean(x²) + ε)} */
    @Override
    public float factor(float[] x, int from) {
        double squares = Sums.ofSquares(x, from, scale.length, 0);
        return (float) (1 / Math.sqrt(squares / scale.length + epsilon));
    }

    @Override
    public void scaleRow(float[] x, int from, float factor, float[] y) {
        for (int i = 0; i < scale.length; i++) {
            y[from + i] = x[from + i] * factor * scale[i];
        }
    }

    @Override
    public float[] pulledBack(float[] row, float factor) {
        float[] direction = new float[scale.length];
        scaleRow(row, 0, factor, direction);
        return direction;
    }

    @Override
    public float[] bias() {
        return new float[scale.length];
    }
}
