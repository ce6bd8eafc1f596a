package tokenwalk.runtime.transformer;

import java.util.Objects;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.tensor.kernel.Arithmetic;

/**
 * The unembedding of one residual vector with its final norm frozen: the norm divides by the number that it computed for
 * the whole vector, and not anew for each part. That makes it linear, so what the parts of that vector give adds up to the
 * vector's own logits: direct logit attribution; Elhage et al. 2021, «A Mathematical Framework for Transformer Circuits».
 *
 * <p>A norm with a bias adds that too, whatever the vector: {@link #fromBias}.
 *
 * <p>It tells what a part adds on the straight way to the logits. What later blocks make of that part is not in it, and
 * without the part the norm would divide by another number.
 */
public final class FrozenUnembedding {
    private final Norm finalNorm;
    private final float factor;
    private final Weights rows;
    private final Arithmetic arithmetic;

    FrozenUnembedding(Norm finalNorm, float factor, Weights rows, Arithmetic arithmetic) {
        this.finalNorm = finalNorm;
        this.factor = factor;
        this.rows = rows;
        this.arithmetic = arithmetic;
    }

    /** @return what the norm multiplies the whole vector with, before its learnt scale */
    public float factor() {
        return factor;
    }

    /**
     * @param token its id
     * @return {@code factor · scale ⊙ row(token)}, less its mean where the norm takes the mean off, [width]: the dot
     *     product with a part is what that part adds to the token's logit
     */
    public Vector direction(int token) {
        float[] row = new float[rows.columns()];
        rows.stored().dequantise(Objects.checkIndex(token, rows.rows()), row, 0);
        return Vector.of(finalNorm.pulledBack(row, factor));
    }

    /**
     * @param parts [parts × width]
     * @return what each part adds to every logit, [parts × vocabulary]
     */
    public Matrix logits(Matrix parts) {
        int width = rows.columns();
        float[] scaled = new float[parts.rows() * width];
        for (int part = 0; part < parts.rows(); part++) {
            parts.copyRow(part, scaled, part * width);
            finalNorm.scaleRow(scaled, part * width, factor, scaled);
        }
        return Matrix.of(parts.rows(), rows.rows(), arithmetic.project(rows.packed(), scaled, parts.rows()));
    }

    /** @return what the norm adds to every vector, [width]; all zeros where it adds nothing */
    public Vector bias() {
        return Vector.of(finalNorm.bias());
    }

    /** @return what the norm's bias adds to a token's logit, whatever was read; 0 where the norm has none */
    public double fromBias(int token) {
        return rows.stored().row(token).dot(bias());
    }
}
