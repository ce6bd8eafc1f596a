package tokenwalk.runtime.transformer;

import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.kernel.Arithmetic;

/**
 * A learnt linear map: {@code y = x · weightsᵀ + bias}.
 *
 * @param weights [out × in]
 * @param bias [out], or empty for none
 */
record Projection(StoredMatrix weights, float[] bias) {
    private static final float[] NO_BIAS = {};

    Projection {
        if (bias.length != 0 && bias.length != weights.rows()) {
            throw new IllegalArgumentException("a bias of " + bias.length + " for " + weights.rows() + " rows");
        }
    }

    static Projection of(StoredMatrix weights) {
        return new Projection(weights, NO_BIAS);
    }

    /**
     * @param x [count × in]
     * @return [count × out]
     */
    float[] apply(float[] x, int count, Arithmetic arithmetic) {
        float[] y = arithmetic.project(weights, x, count);
        if (bias.length != 0) {
            for (int row = 0; row < count; row++) {
                for (int i = 0; i < bias.length; i++) {
                    y[row * bias.length + i] += bias[i];
                }
            }
        }
        return y;
    }
}
