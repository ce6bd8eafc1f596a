package tokenwalk.runtime.transformer;

/**
 * Divides a vector by the root of its mean square and scales each number; Zhang &amp; Sennrich 2019, «Root Mean Square
 * Layer Normalization».
 */
public final class RmsNorm {
    private final float[] scale;
    private final double epsilon;

    /** @param scale [width], becomes the norm's own */
    public RmsNorm(float[] scale, double epsilon) {
        this.scale = scale;
        this.epsilon = epsilon;
    }

    public int width() {
        return scale.length;
    }

    /**
     * @param x [rows × width]
     * @return [rows × width], {@code x / √(mean(x²) + ε) · scale}
     */
    public float[] apply(float[] x, int rows) {
        int width = scale.length;
        float[] y = new float[rows * width];
        for (int row = 0; row < rows; row++) {
            double squares = 0;
            for (int i = 0; i < width; i++) {
                float value = x[row * width + i];
                squares += (double) value * value;
            }
            float factor = (float) (1 / Math.sqrt(squares / width + epsilon));
            for (int i = 0; i < width; i++) {
                y[row * width + i] = x[row * width + i] * factor * scale[i];
            }
        }
        return y;
    }
}
