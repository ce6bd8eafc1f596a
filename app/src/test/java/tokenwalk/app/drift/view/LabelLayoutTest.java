package tokenwalk.app.drift.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelLayoutTest {
    private static final Box PLOT = new Box(0, 0, 440, 240);
    private static final LabelSpacing SPACING = LabelSpacing.scaled(1);

    private static LabelRequest label(double x, double y, int rank) {
        return new LabelRequest(x, y, 6, 60, rank, false);
    }

    private static List<Placement> place(List<LabelRequest> requests) {
        return LabelLayout.place(
                PLOT,
                requests,
                requests.stream()
                        .filter(request -> !request.optional())
                        .map(LabelRequest::dot)
                        .toList(),
                SPACING);
    }

    private static Placement of(List<Placement> placements, int label) {
        return placements.stream()
                .filter(placement -> placement.label() == label)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLoneLabelStandsAtTheRightOfItsDot() {
        Placement placement = place(List.of(label(100, 100, 0))).getFirst();

        assertThat(placement.leader()).isNull();
        assertThat(placement.box().x()).isEqualTo(112);
        assertThat(placement.box().middle()).isEqualTo(100);
    }

    @Test
    void aLabelAtTheRightEdgeMovesToTheLeftOfItsDot() {
        assertThat(place(List.of(label(425, 100, 0))).getFirst().box().right()).isLessThan(425 - 6);
    }

    @Test
    void twoDotsSideBySideKeepTheirLabelsWithoutLeaders() {
        List<Placement> placements = place(List.of(label(200, 100, 0), label(215, 100, 1)));

        assertThat(placements)
                .hasSize(2)
                .allSatisfy(placement -> assertThat(placement.leader()).isNull());
    }

    @Test
    void aCrowdGetsOneColumnAtItsRightInOrderOfHeight() {
        List<LabelRequest> crowd = List.of(label(100, 110, 0), label(108, 100, 1), label(96, 121, 2));
        List<Placement> placements = place(crowd);

        assertThat(placements).allSatisfy(placement -> {
            assertThat(placement.leader()).isNotNull();
            assertThat(placement.box().x()).isEqualTo(108 + 6 + 26);
        });
        assertThat(placements.stream()
                        .sorted(Comparator.comparingDouble(
                                placement -> placement.box().y()))
                        .map(Placement::label))
                .containsExactly(1, 0, 2);
    }

    @Test
    void aCrowdAtTheRightEdgeGetsItsColumnAtTheLeft() {
        List<Placement> placements = place(List.of(label(430, 110, 0), label(428, 100, 1), label(432, 121, 2)));

        assertThat(placements)
                .hasSize(3)
                .allSatisfy(placement -> assertThat(placement.box().right()).isLessThan(422));
    }

    @Test
    void anOptionalLabelIsDroppedWhereThereIsNoRoom() {
        List<LabelRequest> requests = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            requests.add(label(200 + i % 3 * 10, 100 + Math.floorDiv(i, 3) * 10, i));
        }
        requests.add(new LabelRequest(212, 112, 6, 60, 9, true));

        assertThat(place(requests)).extracting(Placement::label).doesNotContain(9);
    }

    @Test
    void anOptionalLabelGoesWhereAnotherLabelCoversItsDot() {
        List<LabelRequest> requests = List.of(label(100, 100, 0), new LabelRequest(130, 104, 6, 60, 1, true));

        assertThat(place(requests)).extracting(Placement::label).containsExactly(0);
    }

    @Test
    void theLeastImportantLabelsGoWhereThePlotIsTooLow() {
        List<LabelRequest> requests = IntStream.range(0, 20)
                .mapToObj(i -> label(100 + i % 5, 100 + i, 20 - i))
                .toList();
        List<Placement> placements = place(requests);

        assertThat(placements).hasSize(13);
        assertThat(placements).extracting(Placement::label).contains(19).doesNotContain(0);
    }

    @Test
    void labelsNeverOverlapNorLeaveThePlotNorLoseTheMostImportantOne() {
        Random random = new Random(3);
        for (int trial = 0; trial < 2000; trial++) {
            List<LabelRequest> requests = new ArrayList<>();
            double spread = 10 + random.nextInt(300);
            int count = 1 + random.nextInt(12);
            for (int i = 0; i < count; i++) {
                double x = Math.clamp(220 + spread * random.nextGaussian(), 0, 440);
                double y = Math.clamp(120 + spread / 2 * random.nextGaussian(), 0, 240);
                requests.add(new LabelRequest(x, y, i == 0 ? 13 : 6, 10 + random.nextInt(110), i, i == 11));
            }
            List<Placement> placements = place(requests);

            assertThat(of(placements, 0)).isNotNull();
            for (Placement one : placements) {
                assertThat(PLOT.grown(1e-6).contains(one.box()))
                        .as("trial %d: %s", trial, one)
                        .isTrue();
                assertThat(placements)
                        .as("trial %d", trial)
                        .noneMatch(other ->
                                !other.equals(one) && other.box().grown(-1e-6).overlaps(one.box()));
            }
        }
    }
}
