package tokenwalk.runtime.tensor.kernel;

import tokenwalk.runtime.tensor.StoredMatrix;

/** A kernel and the threads it runs on. */
public record Arithmetic(Kernel kernel, Workers workers) {
    /** A thread's share begins at a multiple of so many rows, so that no two write to one cache line. */
    private static final int ROW_STEP = 16;

    /**
     * {@code y = x · weightsᵀ}, the rows of the weights shared among the threads.
     *
     * @param x [tokens × weights.columns]
     * @return [tokens × weights.rows]
     */
    public float[] project(StoredMatrix weights, float[] x, int tokens) {
        float[] y = new float[tokens * weights.rows()];
        workers.share(weights.rows(), ROW_STEP, (from, to) -> kernel.multiply(weights, x, tokens, y, from, to));
        return y;
    }
}
