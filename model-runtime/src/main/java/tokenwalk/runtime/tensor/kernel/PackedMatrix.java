package tokenwalk.runtime.tensor.kernel;

/**
 * A [rows × columns] matrix of weights in the order in which a kernel reads it; made by {@link Kernel#pack}. Immutable, so
 * threads may share it.
 */
public interface PackedMatrix {
    int rows();

    int columns();

    /** @return bytes it takes beside what lies in the file */
    long byteSize();

    /** @return parts of a product begin at multiples of so many rows */
    int rowStep();

    /** Derives what this matrix needs of the vectors, once before the parts of a product. */
    void prepare(Inputs x, Workers workers);

    /**
     * Some rows times all vectors: {@code y[at + t · stride + r − fromRow] = Σ_k weights[r, k] · x[t, k]}.
     *
     * @param x prepared, [tokens × columns]
     * @param fromRow a multiple of {@link #rowStep}
     * @param toRow exclusive; such a multiple too, or the number of rows
     */
    void multiply(Inputs x, int fromRow, int toRow, float[] y, int at, int stride);
}
