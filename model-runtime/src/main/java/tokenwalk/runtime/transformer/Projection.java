package tokenwalk.runtime.transformer;

import java.util.ArrayList;
import java.util.List;
import tokenwalk.runtime.tensor.kernel.Arithmetic;
import tokenwalk.runtime.tensor.kernel.PackedMatrix;

/**
 * A learnt linear map: {@code y = x · weightsᵀ + bias}.
 *
 * @param weights [out × in]
 * @param bias [out], or empty for none
 */
record Projection(Weights weights, float[] bias) {
    private static final float[] NO_BIAS = {};

    Projection {
        if (bias.length != 0 && bias.length != weights.rows()) {
            throw new IllegalArgumentException("a bias of " + bias.length + " for " + weights.rows() + " rows");
        }
    }

    static Projection of(Weights weights) {
        return new Projection(weights, NO_BIAS);
    }

    /**
     * @param x [count × in]
     * @return [count × out]
     */
    float[] apply(float[] x, int count, Arithmetic arithmetic) {
        return applyAll(List.of(this), x, count, arithmetic).getFirst();
    }

    /**
     * Several maps of the same vectors at once.
     *
     * @param x [count × in]
     * @return for each map [count × out]
     */
    static List<float[]> applyAll(List<Projection> projections, float[] x, int count, Arithmetic arithmetic) {
        List<PackedMatrix> matrices = new ArrayList<>(projections.size());
        projections.forEach(map -> matrices.add(map.weights.packed()));
        List<float[]> products = arithmetic.projectAll(matrices, x, count);
        for (int i = 0; i < products.size(); i++) {
            projections.get(i).addBias(products.get(i), count, arithmetic);
        }
        return products;
    }

    private void addBias(float[] y, int count, Arithmetic arithmetic) {
        if (bias.length == 0) {
            return;
        }
        arithmetic.workers().share(count, 16, (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int i = 0; i < bias.length; i++) {
                    y[row * bias.length + i] += bias[i];
                }
            }
        });
    }
}
