package tokenwalk.runtime.transformer;

import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.tensor.kernel.Arithmetic;

/** From a residual vector to a score for every token: the final norm, then a dot product with each token's row. */
public final class Unembedding {
    private final Norm finalNorm;
    private final Weights rows;
    private final boolean tied;
    private final Arithmetic arithmetic;

    Unembedding(Norm finalNorm, Weights rows, boolean tied, Arithmetic arithmetic) {
        this.finalNorm = finalNorm;
        this.rows = rows;
        this.tied = tied;
        this.arithmetic = arithmetic;
    }

    /** @return number of tokens */
    public int vocabulary() {
        return rows.rows();
    }

    /** @return whether the rows are the embedding's own: one matrix, used at both ends; Press &amp; Wolf 2017 */
    public boolean isTied() {
        return tied;
    }

    /**
     * @return what a normed vector is multiplied with for one token's logit, in float32, [width]
     * @throws IndexOutOfBoundsException for an id outside the vocabulary
     */
    public Vector row(int tokenId) {
        return rows.stored().row(tokenId);
    }

    NormKind normKind() {
        return finalNorm.kind();
    }

    /** @return what a score for every token reads: each token's row, and the final norm */
    public StageWeights weights() {
        return StageWeights.of(rows.stored()).plus(StageWeights.of(finalNorm));
    }

    /** @return the vectors after the final norm, [vectors × width] */
    public Matrix normed(Matrix residuals) {
        return Matrix.of(residuals.rows(), residuals.columns(), finalNorm.apply(flat(residuals), residuals.rows()));
    }

    /**
     * @param residuals [vectors × width], before the final norm
     * @return the logits, [vectors × vocabulary]
     */
    public Matrix logits(Matrix residuals) {
        float[] normed = finalNorm.apply(flat(residuals), residuals.rows());
        return Matrix.of(residuals.rows(), rows.rows(), arithmetic.project(rows.packed(), normed, residuals.rows()));
    }

    /** @return the logits of one residual vector, [vocabulary] */
    public Vector logits(Vector residual) {
        return logits(Matrix.of(1, residual.size(), residual.toArray())).row(0);
    }

    /** @return this unembedding with the final norm held at the factor it has for {@code residual} */
    public FrozenUnembedding frozenAt(Vector residual) {
        return new FrozenUnembedding(finalNorm, finalNorm.factor(residual.toArray(), 0), rows, arithmetic);
    }

    float[] norm(float[] residual, int rowCount) {
        return finalNorm.apply(residual, rowCount);
    }

    private static float[] flat(Matrix matrix) {
        float[] values = new float[matrix.rows() * matrix.columns()];
        for (int row = 0; row < matrix.rows(); row++) {
            matrix.copyRow(row, values, row * matrix.columns());
        }
        return values;
    }
}
