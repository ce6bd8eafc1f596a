package tokenwalk.runtime.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MatrixTest {
    private final Matrix matrix = Matrix.of(2, 3, new float[] {1, 2, 3, 4, 5, 6});

    @Test
    void rowsAreReadInOrder() {
        assertThat(matrix.at(1, 0)).isEqualTo(4);
        assertThat(matrix.row(1).toArray()).containsExactly(4, 5, 6);
        assertThat(matrix.row(1).slice(1, 2).toArray()).containsExactly(5, 6);
    }

    @Test
    void cellsOutsideAreRefused() {
        assertThatThrownBy(() -> matrix.at(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Matrix.of(2, 2, new float[3])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void normsAndCosines() {
        assertThat(Vector.of(3, 4).norm()).isEqualTo(5);
        assertThat(Vector.of(1, 0).cosine(Vector.of(0, 2))).isZero();
        assertThat(Vector.of(-7, 2).largest()).isEqualTo(7);
    }
}
