package tokenwalk.runtime.transformer;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.kernel.Arithmetic;
import tokenwalk.runtime.tensor.kernel.PackedMatrix;

/**
 * A learnt linear map: {@code y = x · weightsᵀ + bias}.
 *
 * @param weights [out × in]
 * @param bias [out], or empty for none
 */
record Projection(WeightMatrix weights, float[] bias) {

    /**
     * One as it is stored, before its rows are put into the order that the model needs.
     *
     * @param weights [out × in]
     * @param bias [out], or empty for none
     */
    record Stored(StoredMatrix weights, float[] bias) {
        private static final float[] NO_BIAS = {};

        Stored {
            if (bias.length != 0 && bias.length != weights.rows()) {
                throw new IllegalArgumentException("a bias of " + bias.length + " for " + weights.rows() + " rows");
            }
        }

        static Stored of(StoredMatrix weights) {
            return new Stored(weights, NO_BIAS);
        }

        /** @return the same map, where output i is what was output {@code order(i)} */
        Stored reordered(IntUnaryOperator order) {
            float[] moved = new float[bias.length];
            for (int row = 0; row < moved.length; row++) {
                moved[row] = bias[order.applyAsInt(row)];
            }
            return new Stored(weights.reordered(order), moved);
        }

        /** @return the map to some of the outputs, {@code count} from {@code first} on */
        Stored part(int first, int count) {
            return new Stored(
                    weights.rows(first, count),
                    bias.length == 0 ? bias : Arrays.copyOfRange(bias, first, first + count));
        }

        Projection packed(Arithmetic arithmetic) {
            return new Projection(WeightMatrix.of(weights, arithmetic), bias);
        }
    }

    /**
     * @param x [count × in]
     * @return [count × out]
     */
    float[] apply(float[] x, int count, Arithmetic arithmetic) {
        return applyAll(List.of(this), x, count, arithmetic).getFirst();
    }

    /**
     * Several maps of the same vectors, in one loop over the threads.
     *
     * @param x [count × in]
     * @return for each of them [count × out]
     */
    static List<float[]> applyAll(List<Projection> projections, float[] x, int count, Arithmetic arithmetic) {
        List<PackedMatrix> matrices = projections.stream()
                .map(projection -> projection.weights.packed())
                .toList();
        List<float[]> all = arithmetic.projectAll(matrices, x, count);
        for (int i = 0; i < all.size(); i++) {
            projections.get(i).addBias(all.get(i), count);
        }
        return all;
    }

    private void addBias(float[] y, int count) {
        if (bias.length != 0) {
            for (int row = 0; row < count; row++) {
                for (int i = 0; i < bias.length; i++) {
                    y[row * bias.length + i] += bias[i];
                }
            }
        }
    }
}
