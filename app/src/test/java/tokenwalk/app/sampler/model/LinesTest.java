package tokenwalk.app.sampler.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tokenwalk.app.sampler.model.Fold.Fate;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.RankedLogits;
import tokenwalk.runtime.sampling.SamplingPolicy;
import tokenwalk.runtime.tensor.Vector;

class LinesTest {
    private static Distribution distribution(int size, int topK, double topP) {
        float[] logits = new float[size];
        for (int id = 0; id < size; id++) {
            logits[id] = -0.05f * id;
        }
        return Distribution.of(RankedLogits.of(Vector.of(logits)), new SamplingPolicy(1, topK, topP));
    }

    @Test
    void foldsHoldAllThatHasNoLineOfItsOwn() {
        Distribution distribution = distribution(200, 60, 0.7);
        Lines lines = new Lines(distribution, Set.of());
        assertThat(lines.folds())
                .extracting(Fold::fate)
                .containsExactly(Fate.KEPT, Fate.CUT_BY_TOP_P, Fate.CUT_BY_TOP_K);
        assertThat(lines.folds().stream().mapToInt(Fold::count).sum()).isEqualTo(185);
        assertThat(lines).hasSize(18);
        double listed = 0;
        for (int rank = 0; rank < 15; rank++) {
            listed += distribution.softmax(rank);
        }
        assertThat(listed + lines.folds().stream().mapToDouble(Fold::softmax).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(lines.folds().getLast().words()).isEqualTo("140 cut by top-k");
    }

    @Test
    void anOpenFoldShowsItsTokensByRank() {
        Lines lines = new Lines(distribution(200, 60, 1), Set.of(Fate.CUT_BY_TOP_K));
        assertThat(lines).hasSize(15 + 1 + 1 + 140);
        assertThat(lines.get(14)).isEqualTo(new Line.OfToken(14));
        assertThat(lines.get(15)).isInstanceOf(Line.OfFold.class);
        assertThat(lines.get(17)).isEqualTo(new Line.OfToken(60));
        assertThat(lines.getLast()).isEqualTo(new Line.OfToken(199));
    }

    @Test
    void aVocabularySmallerThanTheTableHasNoFolds() {
        Lines lines = new Lines(distribution(4, 2, 1), Set.of());
        assertThat(lines).hasSize(4);
        assertThat(lines.folds()).isEmpty();
    }

    @Test
    void whatTopKLeavesAddsUpToOne() {
        AddedUp sums = AddedUp.of(distribution(200, 60, 0.7));
        assertThat(sums.size()).isEqualTo(60);
        assertThat(sums.upTo(59)).isCloseTo(1, within(1e-9));
        assertThat(sums.before(0)).isZero();
        assertThat(sums.before(10)).isEqualTo(sums.upTo(9));
    }
}
