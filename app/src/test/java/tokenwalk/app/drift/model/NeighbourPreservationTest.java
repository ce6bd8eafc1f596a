package tokenwalk.app.drift.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tokenwalk.app.drift.GoldenStream;
import tokenwalk.runtime.tensor.Matrix;

class NeighbourPreservationTest {
    @Test
    void aPictureThatLosesNothingKeepsAllNeighbours() {
        float[] values = new float[2 * 40];
        for (int i = 0; i < 40; i++) {
            values[2 * i] = i;
            values[2 * i + 1] = (i * 7) % 11;
        }
        ResidualStream flat =
                ResidualStream.of(List.of(Matrix.of(40, 2, values)), GoldenStream.tokens(Collections.nCopies(40, "x")));
        NeighbourPreservation kept =
                NeighbourPreservation.of(DriftPicture.of(flat, DriftView.RAW, new PrincipalComponents()));
        assertThat(kept.share()).isGreaterThan(0.97);
        assertThat(kept.points()).isEqualTo(40);
        assertThat(kept.nearest()).isEqualTo(10);
    }

    @Test
    void theRealPictureKeepsSomeNeighbours() {
        NeighbourPreservation kept = NeighbourPreservation.of(
                DriftPicture.of(GoldenStream.capital(), DriftView.NORMALISED, new PrincipalComponents()));
        System.out.printf("neighbours kept by directions: %.3f%n", kept.share());
        assertThat(kept.points()).isEqualTo(31 * 12);
        assertThat(kept.isOfAll()).isTrue();
        assertThat(kept.share()).isBetween(0.2, 0.9);
        assertThat(kept.kept(30, 11)).isPresent();
    }

    @Test
    void aTextOfOneTokenAndOneLevelHasNoNeighbours() {
        ResidualStream one =
                ResidualStream.of(List.of(Matrix.of(1, 2, new float[] {1, 2})), GoldenStream.tokens(List.of("x")));
        assertThat(NeighbourPreservation.of(DriftPicture.of(one, DriftView.RAW, new PrincipalComponents()))
                        .share())
                .isEqualTo(1);
    }

    @Test
    void measuresAreThoseOfTheResidualsThemselves() {
        ResidualStream stream = GoldenStream.capital();
        LevelMeasures measures = LevelMeasures.of(stream);
        assertThat(measures.norm(20, 5)).isEqualTo(stream.vector(20, 5).norm());
        assertThat(measures.cosineToBefore(20, 5))
                .isEqualTo(stream.vector(20, 5).cosine(stream.vector(19, 5)));
        assertThat(measures.cosineToBefore(0, 5)).isNaN();
        assertThat(measures.cosineToLast(20, 5)).isEqualTo(stream.vector(20, 5).cosine(stream.vector(30, 5)));
        assertThat(measures.norm(20, 0)).isGreaterThan(22_000);
    }
}
