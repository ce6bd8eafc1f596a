package tokenwalk.runtime.transformer;

import tokenwalk.runtime.tensor.kernel.Workers;

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
    default float[] apply(float[] x, int rows) {
        float[] y = new float[rows * width()];
        apply(x, 0, rows, y);
        return y;
    }

    /** As {@link #apply(float[], int)}, the rows shared among threads. */
    default float[] apply(float[] x, int rows, Workers workers) {
        float[] y = new float[rows * width()];
        workers.share(rows, 1, (from, to) -> apply(x, from, to, y));
        return y;
    }

    /** Norms the rows {@code fromRow … toRow − 1} of x into those of y, both [rows × width]. */
    void apply(float[] x, int fromRow, int toRow, float[] y);

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
