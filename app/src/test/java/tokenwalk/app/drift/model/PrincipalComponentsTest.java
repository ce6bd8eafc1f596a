package tokenwalk.app.drift.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tokenwalk.runtime.tensor.Vector;

class PrincipalComponentsTest {
    private final PrincipalComponents components = new PrincipalComponents();

    /** A cloud three times as wide along (3, 4, 0…) as along the fifth number, with nothing elsewhere. */
    private static List<Vector> cloud(int count, int width) {
        Random random = new Random(11);
        List<Vector> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double along = 3 * random.nextGaussian();
            float[] values = new float[width];
            values[0] = (float) (1 - 0.6 * along);
            values[1] = (float) (2 - 0.8 * along);
            values[4] = (float) random.nextGaussian();
            vectors.add(Vector.of(values));
        }
        return vectors;
    }

    private static void assertAxesOfCloud(Axes axes, double tolerance) {
        assertThat((double) axes.first().at(0)).isCloseTo(0.6, within(tolerance));
        assertThat((double) axes.first().at(1)).isCloseTo(0.8, within(tolerance));
        assertThat((double) axes.second().at(4)).isCloseTo(1, within(tolerance));
        assertThat(axes.firstShare()).isCloseTo(0.9, within(0.03));
        assertThat(axes.firstShare() + axes.secondShare()).isCloseTo(1, within(1e-6));
    }

    @Test
    void findsTheWidestDirectionsFromManyVectorsOrFew() {
        assertAxesOfCloud(components.fit(cloud(300, 8)), 0.05);
        assertAxesOfCloud(components.fit(cloud(300, 400)), 0.05);
    }

    @Test
    void fitsOnASampleWhereVectorsAreMany() {
        assertAxesOfCloud(components.fit(cloud(20_000, 8)), 0.05);
    }

    @Test
    void theSampleDoesNotFallInStepWithTheRows() {
        List<Vector> vectors = new ArrayList<>();
        for (int i = 0; i < 31 * 512; i++) {
            float[] values = new float[600];
            values[i % 512] = 1;
            vectors.add(Vector.of(values));
        }

        // Every row stands out alike, so no axis may have much more than its part.
        assertThat(components.fit(vectors).firstShare()).isLessThan(0.01);
    }

    @Test
    void theLargestComponentOfAnAxisIsPositive() {
        Axes axes = components.fit(cloud(100, 8));

        assertThat(axes.first().at(1)).isPositive();
        assertThat(axes.second().at(4)).isPositive();
    }

    @Test
    void axesAreOrthogonalAndTheirCentreIsDrawnAtZero() {
        Axes axes = components.fit(cloud(100, 8));

        assertThat(axes.first().dot(axes.second())).isCloseTo(0, within(1e-6));
        assertThat(axes.first().norm()).isCloseTo(1, within(1e-6));
        assertThat(axes.place(axes.centre())).isEqualTo(new Spot(0, 0));
    }

    @Test
    void whatDoesNotSpreadHasNoAxes() {
        Vector one = Vector.of(1, 2, 3);
        Axes axes = components.fit(List.of(one, one, one));

        assertThat(axes.firstShare()).isZero();
        assertThat(axes.place(one)).isEqualTo(new Spot(0, 0));
        assertThat(components.fit(List.of(one)).place(one)).isEqualTo(new Spot(0, 0));
    }

    @Test
    void refusesNothingAndVectorsOfDifferentWidths() {
        assertThatThrownBy(() -> components.fit(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> components.fit(List.of(Vector.of(1), Vector.of(1, 2))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
