package tokenwalk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.transformer.EmbeddingTable;
import tokenwalk.runtime.transformer.EmbeddingTable.RankedRow;

class EmbeddingTableTest {
    private static final int FRANCE = 4649;

    private final LanguageModel model = BundledModel.model();
    private final EmbeddingTable table = model.transformer().embedding();

    @Test
    void aRowIsTheReferencesResidualAtLevelZero() {
        Golden golden = Golden.read("smollm2/capital");
        float[] residual = golden.tensor("residual");
        for (int position = 0; position < golden.json().ids().size(); position++) {
            Vector row = table.row(golden.json().ids().get(position));
            for (int i = 0; i < table.width(); i++) {
                assertThat(row.at(i)).isCloseTo(residual[position * table.width() + i], within(1e-4f));
            }
        }
    }

    @Test
    void theNearestRowsAreThoseThatThePlainCosineFinds() {
        List<RankedRow> nearest = table.nearest(FRANCE, 10);
        Vector row = table.row(FRANCE);
        List<Integer> expected = IntStream.range(0, table.vocabulary())
                .filter(id -> id != FRANCE)
                .mapToObj(id -> new RankedRow(id, row.cosine(table.row(id))))
                .sorted(Comparator.comparingDouble(RankedRow::measure).reversed())
                .limit(10)
                .map(RankedRow::id)
                .toList();
        assertThat(nearest).extracting(RankedRow::id).isEqualTo(expected);
        assertThat(nearest)
                .allSatisfy(
                        near -> assertThat(near.measure()).isCloseTo(row.cosine(table.row(near.id())), within(1e-4)));
        assertThat(model.token(nearest.get(1).id()).text()).isEqualTo(" Spain");
    }

    @Test
    void aVectorIsNearestToItsOwnRow() {
        assertThat(table.nearest(table.row(FRANCE), 1).getFirst().id()).isEqualTo(FRANCE);
    }

    @Test
    void theShortestRowsAreInOrderAndShorterThanTheMiddleOne() {
        List<RankedRow> shortest = table.shortest(20);
        assertThat(shortest).isSortedAccordingTo(Comparator.comparingDouble(RankedRow::measure));
        assertThat(shortest).allSatisfy(row -> {
            assertThat(row.measure()).isCloseTo(table.row(row.id()).norm(), within(1e-4));
            assertThat(row.measure()).isLessThan(table.medianNorm());
        });
    }

    @Test
    void theRowsNearestToTheCentreAreAsFarAsThePlainDistanceSays() {
        Vector centre = table.centre();
        List<RankedRow> nearest = table.nearestToCentre(20);
        assertThat(nearest).isSortedAccordingTo(Comparator.comparingDouble(RankedRow::measure));
        assertThat(nearest)
                .allSatisfy(row ->
                        assertThat(row.measure()).isCloseTo(distance(table.row(row.id()), centre), within(1e-3)));
    }

    private static double distance(Vector one, Vector other) {
        double sum = 0;
        for (int i = 0; i < one.size(); i++) {
            double difference = one.at(i) - other.at(i);
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    @Test
    void thereIsNoRowOutsideTheVocabulary() {
        assertThatThrownBy(() -> table.row(table.vocabulary()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no token");
    }
}
