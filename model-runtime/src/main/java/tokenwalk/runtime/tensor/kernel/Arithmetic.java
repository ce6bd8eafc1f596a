package tokenwalk.runtime.tensor.kernel;

import java.util.List;
import tokenwalk.runtime.tensor.StoredMatrix;

/** A kernel and the threads it runs on. */
public record Arithmetic(Kernel kernel, Workers workers) {
    /** A thread's share begins at a multiple of so many rows, so that no two write to one cache line. */
    private static final int ROW_STEP = 16;

    /** From so many vectors on it pays to unpack the weights once for all. */
    private static final int MATRIX_FROM = 8;

    /**
     * {@code y = x · weightsᵀ}, the rows of the weights shared among the threads.
     *
     * @param x [tokens × weights.columns]
     * @return [tokens × weights.rows]
     */
    public float[] project(StoredMatrix weights, float[] x, int tokens) {
        if (tokens >= MATRIX_FROM && kernel instanceof VectorKernel) {
            return new MatrixProduct(workers, x, weights.columns(), tokens)
                    .multiply(List.of(new StoredPanels(weights)))
                    .getFirst();
        }
        float[] y = new float[tokens * weights.rows()];
        workers.share(weights.rows(), ROW_STEP, (from, to) -> kernel.multiply(weights, x, tokens, y, from, to));
        return y;
    }
}
