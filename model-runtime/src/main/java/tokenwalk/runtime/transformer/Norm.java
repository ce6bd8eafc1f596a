package tokenwalk.runtime.transformer;

/** What brings a residual vector to a common size before a part reads it. */
public sealed interface Norm permits RmsNorm, LayerNorm {

    NormKind kind();

    /** @return numbers in a vector */
    int width();

    /** @return how many learnt numbers it reads */
    int weights();

    /**
     * @param x [rows × width]
     * @return the normed rows, [rows × width]
     */
    float[] apply(float[] x, int rows);

    /** @return what the row that begins at {@code from} is multiplied with, before the learnt scale */
    float factor(float[] x, int from);

    /**
     * Norms the row that begins at {@code from} with a given factor and without the bias: linear in the row, so that parts
     * of a vector may be normed one by one.
     */
    void scaleRow(float[] x, int from, float factor, float[] y);

    /**
     * @param row a row of the unembedding, [width]
     * @return the vector whose dot product with any x is the dot product of {@code row} with x as {@link #scaleRow} leaves
     *     it, [width]
     */
    float[] pulledBack(float[] row, float factor);

    /** @return what is added to every normed vector, [width]; all zero for a norm without bias */
    float[] bias();
}
