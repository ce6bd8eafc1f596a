package tokenwalk.app.logits.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tokenwalk.app.logits.model.LogitSum.Term;
import tokenwalk.runtime.sampling.RankedLogits;
import tokenwalk.runtime.tensor.Vector;

class LogitSumTest {
    @Test
    void theLargestTermsAndTheRestAddUpToTheTotal() {
        LogitSum sum = LogitSum.of(0, Vector.of(1, -2, 3, 0.5f), Vector.of(1, 4, 0.1f, 1), 2, -6.2);
        assertThat(sum.largest()).containsExactly(new Term(1, -2, 4), new Term(0, 1, 1));
        assertThat(sum.restCount()).isEqualTo(2);
        assertThat(sum.rest()).isCloseTo(0.8, within(1e-6));
        assertThat(sum.total()).isCloseTo(-6.2, within(1e-6));
        assertThat(sum.difference()).isLessThan(1e-6);
    }

    @Test
    void vectorsOfDifferentSizesHaveNoSum() {
        assertThatThrownBy(() -> LogitSum.of(0, Vector.of(1), Vector.of(1, 2), 2, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyTokenIsInOneStretchOfTheHistogram() {
        float[] logits = new float[1000];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) Math.sin(i) * 20;
        }
        logits[7] = Float.NEGATIVE_INFINITY;
        LogitHistogram histogram = LogitHistogram.of(RankedLogits.of(Vector.of(logits)));
        assertThat(histogram.counts().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(999);
        assertThat(histogram.counts().size()).isBetween(50, 130);
        int stretch = histogram.stretchOf(3.21);
        assertThat(3.21).isBetween(histogram.from(stretch), histogram.from(stretch + 1));
        assertThat(histogram.stretchOf(1e9)).isEqualTo(histogram.counts().size() - 1);
    }

    @Test
    void oneLogitForAllIsOneStretch() {
        LogitHistogram histogram = LogitHistogram.of(RankedLogits.of(Vector.of(2, 2, 2)));
        assertThat(histogram.counts()).isEqualTo(List.of(3));
    }
}
