package tokenwalk.runtime.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tokenwalk.runtime.tensor.Vector;

class RankedLogitsTest {
    @Test
    void ranksFallAndTiesGoToTheLowerId() {
        RankedLogits ranked = RankedLogits.of(Vector.of(-1, 3, Float.NEGATIVE_INFINITY, 3, -0f, 0f, -2));
        assertThat(tokens(ranked)).containsExactly(1, 3, 4, 5, 0, 6, 2);
        assertThat(ranked.rank(5)).isEqualTo(3);
        assertThat(ranked.logit(4)).isEqualTo(-1);
    }

    @Test
    void agreesWithASortOfTheWholeVocabulary() {
        Random random = new Random(1);
        float[] logits = new float[49_152];
        for (int token = 0; token < logits.length; token++) {
            logits[token] = (float) Math.round(random.nextGaussian() * 1_000) / 100;
        }
        RankedLogits ranked = RankedLogits.of(Vector.of(logits.clone()));
        List<Integer> expected = IntStream.range(0, logits.length)
                .boxed()
                .sorted(Comparator.comparing((Integer token) -> -(logits[token] + 0f)))
                .toList();
        assertThat(tokens(ranked)).isEqualTo(expected);
        assertThat(expected)
                .allSatisfy(
                        token -> assertThat(ranked.tokenId(ranked.rank(token))).isEqualTo(token));
    }

    @Test
    void logitsThatAreNotNumbersAreRefusedByTheTokensId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankedLogits.of(Vector.of(1, Float.NaN)))
                .withMessage("The logit of token 1 is NaN.");
        assertThatIllegalArgumentException().isThrownBy(() -> RankedLogits.of(Vector.of(Float.POSITIVE_INFINITY, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> RankedLogits.of(Vector.of(Float.NEGATIVE_INFINITY)));
        assertThatIllegalArgumentException().isThrownBy(() -> RankedLogits.of(Vector.of()));
    }

    @Test
    void ranksAndTokensOutsideTheVocabularyAreRefused() {
        RankedLogits ranked = RankedLogits.of(Vector.of(1, 2));
        assertThatThrownBy(() -> ranked.rank(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ranked.tokenId(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static List<Integer> tokens(RankedLogits ranked) {
        return IntStream.range(0, ranked.size()).map(ranked::tokenId).boxed().toList();
    }
}
