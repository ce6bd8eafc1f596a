package tokenwalk.runtime.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tokenwalk.runtime.tensor.Vector;

class RotaryTest {
    private final Rotary rotary = new Rotary(4, 100);
    private final Vector query = Vector.of(1, 2, 3, 4);
    private final Vector key = Vector.of(-2, 0.5f, 1, 3);

    @Test
    void thePairIsTheHalvesAndTurnsByItsAngle() {
        Vector turned = rotary.rotated(query, 3);
        double angle = rotary.angle(0, 3);
        assertThat(angle).isEqualTo(3);
        assertThat(turned.at(0)).isCloseTo((float) (Math.cos(angle) - 3 * Math.sin(angle)), within(1e-5f));
        assertThat(turned.at(2)).isCloseTo((float) (3 * Math.cos(angle) + Math.sin(angle)), within(1e-5f));
        assertThat(rotary.pairs()).isEqualTo(2);
    }

    @Test
    void theScoreDependsOnTheDistanceOnly() {
        double near = rotary.rotated(query, 7).dot(rotary.rotated(key, 5));
        assertThat(rotary.rotated(query, 1007).dot(rotary.rotated(key, 1005))).isCloseTo(near, within(1e-4));
        assertThat(rotary.rotated(query, 8).dot(rotary.rotated(key, 5))).isNotCloseTo(near, within(1e-1));
    }

    @Test
    void aHeadOfAnotherWidthIsRefused() {
        assertThatThrownBy(() -> rotary.rotated(Vector.of(1, 2), 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
