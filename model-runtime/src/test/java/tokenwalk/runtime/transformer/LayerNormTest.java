package tokenwalk.runtime.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tokenwalk.runtime.tensor.Vector;

class LayerNormTest {
    private final LayerNorm norm = new LayerNorm(new float[] {1, 2, -1, 0.5f}, new float[] {0.1f, 0, 0.3f, -2}, 1e-5);

    @Test
    void theMeanIsTakenOffAndTheRestDividedByTheStandardDeviation() {
        float[] normed = norm.apply(new float[] {9, 9, 9, 9, 1, 3, 5, 7}, 2);
        assertThat(normed).startsWith(0.1f, 0, 0.3f, -2);
        // Mean 4, variance 5.
        double root = Math.sqrt(5);
        assertThat(normed[4]).isCloseTo((float) (-3 / root + 0.1), within(1e-5f));
        assertThat(normed[5]).isCloseTo((float) (2 * -1 / root), within(1e-5f));
        assertThat(normed[6]).isCloseTo((float) (-1 / root + 0.3), within(1e-5f));
        assertThat(normed[7]).isCloseTo((float) (0.5 * 3 / root - 2), within(1e-5f));
    }

    @Test
    void pulledBackARowMeetsTheVectorAsItMeetsTheNormedOne() {
        float[] x = {0.3f, -1, 2, 4};
        float[] row = {2, 1, -0.5f, 3};
        float factor = norm.factor(x, 0);
        float[] scaled = new float[4];
        norm.scaleRow(x, 0, factor, scaled);
        double direct = Vector.of(row).dot(Vector.of(scaled));
        assertThat(Vector.of(norm.pulledBack(row, factor)).dot(Vector.of(x))).isCloseTo(direct, within(1e-5));
        assertThat(Vector.of(row).dot(Vector.of(norm.apply(x, 1))))
                .isCloseTo(direct + Vector.of(row).dot(Vector.of(norm.bias())), within(1e-5));
    }

    @Test
    void aBiasOfAnotherWidthIsRefused() {
        assertThatThrownBy(() -> new LayerNorm(new float[3], new float[2], 1e-5))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
