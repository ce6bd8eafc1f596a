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

    @Test
    void llama3SlowsTheSlowPairsDownAndKeepsTheFastOnes() {
        Rotary trained = new Rotary(64, 500_000);
        Rotary scaled = trained.scaledAsLlama3(new Rotary.Llama3Scaling(8, 1, 4, 8192));
        assertThat(scaled.angle(0, 1)).isEqualTo(trained.angle(0, 1));
        assertThat(scaled.angle(31, 1)).isCloseTo(trained.angle(31, 1) / 8, within(1e-12));
        for (int pair = 0; pair < 32; pair++) {
            double turns = 8192 * trained.angle(pair, 1) / (2 * Math.PI);
            double kept = scaled.angle(pair, 1) / trained.angle(pair, 1);
            if (turns >= 4) {
                assertThat(kept).isCloseTo(1, within(1e-9));
            } else if (turns <= 1) {
                assertThat(kept).isCloseTo(1.0 / 8, within(1e-9));
            } else {
                assertThat(kept).isStrictlyBetween(1.0 / 8, 1.0);
            }
        }
    }

    @Test
    void factorsSlowEachPairByItself() {
        Rotary slowed = rotary.slowedBy(new float[] {1, 4});
        assertThat(slowed.angle(0, 3)).isEqualTo(rotary.angle(0, 3));
        assertThat(slowed.angle(1, 3)).isCloseTo(rotary.angle(1, 3) / 4, within(1e-12));
        assertThatThrownBy(() -> rotary.slowedBy(new float[3])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whereNothingTurnsAHeadStaysAsItIs() {
        assertThat(Rotary.NONE.rotated(query, 9)).isSameAs(query);
        assertThat(Rotary.NONE.pairs()).isZero();
    }
}
