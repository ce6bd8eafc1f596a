package tokenwalk.runtime.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;

class RowsTest {
    @Test
    void whatWasKeptStaysWhenTheRowsAreChanged() {
        float[] values = {1, 2, 3, 4};
        Rows rows = Rows.lasting(values, 0, 2);
        Matrix kept = rows.kept(0, 2);
        rows.replace(1, 0, Vector.of(7));
        assertThat(kept.row(1).toArray()).containsExactly(3, 4);
        assertThat(rows.values()).containsExactly(1, 2, 7, 4);
        assertThat(rows.kept(0, 2).at(1, 0)).isEqualTo(7);
    }

    @Test
    void lastingRowsAreKeptWithoutACopy() {
        float[] values = {1, 2, 3, 4};
        Rows rows = Rows.lasting(values, 0, 2);
        rows.kept(0, 2);
        assertThat(rows.values()).isSameAs(values);
    }

    @Test
    void someOfTheRowsAreCopied() {
        float[] values = {1, 2, 3, 4};
        Rows rows = Rows.lasting(values, 0, 2);
        Matrix kept = rows.kept(1, 2);
        rows.replace(1, 0, Vector.of(9));
        assertThat(kept.row(0).toArray()).containsExactly(3, 4);
    }

    @Test
    void rowsThatThePassGoesOnWritingToAreCopied() {
        float[] values = {1, 2, 3, 4};
        Rows rows = Rows.passing(values, 0, 2);
        Matrix kept = rows.kept(0, 2);
        values[0] = 9;
        assertThat(kept.at(0, 0)).isEqualTo(1);
        rows.replace(0, 1, Vector.of(8));
        assertThat(values).containsExactly(9, 8, 3, 4);
    }
}
