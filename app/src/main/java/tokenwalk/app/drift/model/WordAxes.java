package tokenwalk.app.drift.model;

import java.util.function.UnaryOperator;
import tokenwalk.runtime.tensor.Vector;

/**
 * Two tokens whose rows of the unembedding are axes.
 *
 * @param first the token to the right, as it is written
 * @param second the token upwards, as it is written
 * @param firstRow [width]
 * @param secondRow [width]
 * @param finalNorm what a residual vector passes before it meets the unembedding
 */
public record WordAxes(
        String first, String second, Vector firstRow, Vector secondRow, UnaryOperator<Vector> finalNorm) {
    public WordAxes {
        if (firstRow.size() != secondRow.size()) {
            throw new IllegalArgumentException("rows of different widths");
        }
    }
}
