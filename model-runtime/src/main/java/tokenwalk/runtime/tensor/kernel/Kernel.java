package tokenwalk.runtime.tensor.kernel;

import tokenwalk.runtime.tensor.StoredMatrix;

/** The arithmetic that takes nearly all of the time. Implementations hold no state and may be shared by threads. */
public interface Kernel {

    /** @return the name by which a user chooses it */
    String name();

    /**
     * Some rows of a matrix times some vectors: {@code y[t · weights.rows + r] = Σ_k weights[r, k] · x[t · columns + k]}.
     *
     * @param x [tokens × weights.columns]
     * @param y [tokens × weights.rows]; only the columns {@code fromRow … toRow − 1} are written
     */
    void multiply(StoredMatrix weights, float[] x, int tokens, float[] y, int fromRow, int toRow);

    /** @return {@code Σ_i a[aFrom + i] · b[bFrom + i]} for i below length */
    float dot(float[] a, int aFrom, float[] b, int bFrom, int length);

    /** Adds {@code factor · x[xFrom + i]} to {@code y[yFrom + i]} for i below length. */
    void addScaled(float factor, float[] x, int xFrom, float[] y, int yFrom, int length);
}
