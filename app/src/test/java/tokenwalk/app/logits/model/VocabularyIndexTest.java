package tokenwalk.app.logits.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tokenwalk.app.logits.model.VocabularyIndex.Column;
import tokenwalk.app.logits.model.VocabularyIndex.Order;
import tokenwalk.runtime.sampling.RankedLogits;
import tokenwalk.runtime.tensor.Vector;

class VocabularyIndexTest {
    private final RankedLogits logits = RankedLogits.of(Vector.of(1, 4, 3, 2));
    private final VocabularyIndex index = VocabularyIndex.of(List.of("b", " Paris", "paris", "a"));

    private List<Integer> sorted(Column by, boolean descending) {
        return index.find("", new Order(by, descending), logits);
    }

    @Test
    void sortsByEveryColumnBothWays() {
        assertThat(sorted(Column.RANK, false)).containsExactly(1, 2, 3, 0);
        assertThat(sorted(Column.RANK, true)).containsExactly(0, 3, 2, 1);
        assertThat(sorted(Column.LOGIT, false)).containsExactly(0, 3, 2, 1);
        assertThat(sorted(Column.PROBABILITY, true)).containsExactly(1, 2, 3, 0);
        assertThat(sorted(Column.ID, true)).containsExactly(3, 2, 1, 0);
        assertThat(sorted(Column.TEXT, false)).containsExactly(3, 0, 1, 2);
    }

    @Test
    void findsPartsOfATextInAnyCaseAndIds() {
        assertThat(index.find("PAR", Order.BEST_FIRST, logits)).containsExactly(1, 2);
        assertThat(index.find(" p", Order.BEST_FIRST, logits)).containsExactly(1);
        assertThat(index.find("3", Order.BEST_FIRST, logits)).containsExactly(3);
        assertThat(index.find("zebra", Order.BEST_FIRST, logits)).isEmpty();
    }
}
