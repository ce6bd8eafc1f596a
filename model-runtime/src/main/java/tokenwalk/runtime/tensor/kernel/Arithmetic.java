package tokenwalk.runtime.tensor.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import tokenwalk.runtime.tensor.StoredMatrix;

/** A kernel and the threads it runs on. */
public record Arithmetic(Kernel kernel, Workers workers) {

    /** @return the weights as {@link #project} takes them */
    public PackedMatrix pack(StoredMatrix stored) {
        return kernel.pack(stored, workers);
    }

    /**
     * {@code y = x · weightsᵀ}, the rows of the weights shared among the threads.
     *
     * @param x [tokens × weights.columns]
     * @return [tokens × weights.rows]
     */
    public float[] project(PackedMatrix weights, float[] x, int tokens) {
        return projectAll(List.of(weights), x, tokens).getFirst();
    }

    /**
     * {@link #project} for several matrices that take the same vectors, their rows shared among the threads together.
     *
     * @param x [tokens × columns], columns being those of each of the matrices
     * @return for each of them [tokens × weights.rows]
     */
    public List<float[]> projectAll(List<PackedMatrix> all, float[] x, int tokens) {
        Inputs inputs = new Inputs(x, tokens, all.getFirst().columns());
        List<float[]> products = new ArrayList<>(all.size());
        int steps = 0;
        for (PackedMatrix weights : all) {
            weights.prepare(inputs, workers);
            products.add(new float[tokens * weights.rows()]);
            steps += steps(weights);
        }
        workers.share(steps, 1, (from, to) -> {
            int first = 0;
            for (int i = 0; i < all.size(); i++) {
                PackedMatrix weights = all.get(i);
                int begin = Math.max(0, from - first) * weights.rowStep();
                int end = Math.min(weights.rows(), (to - first) * weights.rowStep());
                if (begin < end) {
                    weights.multiply(inputs, begin, end, products.get(i), begin, weights.rows());
                }
                first += steps(weights);
            }
        });
        return products;
    }

    /**
     * Ranks the rows of the weights by their products with each vector, which are not kept.
     *
     * @param x [tokens × weights.columns]
     * @param bestCount how many of the best rows are told
     * @param followed for each vector the row whose place is told, [tokens]
     * @return [tokens]
     * @throws CancellationException if the thread is interrupted
     */
    public List<RankedRows> rank(PackedMatrix weights, float[] x, int bestCount, int[] followed) {
        Inputs inputs = new Inputs(x, followed.length, weights.columns());
        weights.prepare(inputs, workers);
        return RowRanking.of(workers, weights, inputs, bestCount, followed);
    }

    /** @return into how many parts a matrix can be cut */
    private static int steps(PackedMatrix weights) {
        return (weights.rows() + weights.rowStep() - 1) / weights.rowStep();
    }
}
