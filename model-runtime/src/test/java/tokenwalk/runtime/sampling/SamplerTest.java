package tokenwalk.runtime.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tokenwalk.runtime.tensor.Vector;

class SamplerTest {
    private final Distribution lab =
            Distribution.of(RankedLogits.of(Vector.of(0.5f, 4, 3, 2, 1)), SamplingPolicy.DEFAULT);

    @Test
    void theGeneratorIsTheOnePublished() {
        Sampler sampler = new Sampler(1_234_567);
        assertThat(List.of(sampler.nextBits(), sampler.nextBits(), sampler.nextBits()))
                .containsExactly(
                        6457827717110365317L, 3203168211198807973L, Long.parseUnsignedLong("9817491932198370423"));
    }

    @Test
    void theSameSeedGivesTheSameDraws() {
        assertThat(new Sampler(42).draw(lab, 500)).isEqualTo(new Sampler(42).draw(lab, 500));
        assertThat(new Sampler(42).draw(lab, 500)).isNotEqualTo(new Sampler(43).draw(lab, 500));
    }

    @Test
    void neighbouringSeedsBeginDifferently() {
        double[] first = IntStream.range(0, 1_000)
                .mapToDouble(seed -> new Sampler(seed).draw(lab).point())
                .toArray();
        assertThat(IntStream.range(0, 10)
                        .filter(tenth -> IntStream.range(0, 1_000).anyMatch(seed -> (int) (first[seed] * 10) == tenth)))
                .hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000})
    void drawnSharesAgreeWithTheProbabilities(int times) {
        DrawTally tally = DrawTally.EMPTY.with(new Sampler(7).draw(lab, times));
        assertThat(tally.total()).isEqualTo(times);
        for (int rank = 0; rank < lab.size(); rank++) {
            double expected = lab.probability(rank);
            double standardError = Math.sqrt(expected * (1 - expected) / times);
            assertThat(tally.share(lab.logits().tokenId(rank))).isEqualTo(expected, within(3.5 * standardError));
        }
    }

    @Test
    void aTokenThatWasCutIsNeverDrawn() {
        Distribution cut = Distribution.of(lab.logits(), SamplingPolicy.DEFAULT.withTopK(2));
        assertThat(DrawTally.EMPTY.with(new Sampler(1).draw(cut, 10_000)).counts())
                .containsOnlyKeys(1, 2);
    }

    @Test
    void theBestTokenIsAlwaysDrawnAtTemperatureZero() {
        Distribution best = Distribution.of(lab.logits(), SamplingPolicy.BEST);
        assertThat(new Sampler(1).draw(best, 1_000)).allMatch(draw -> draw.tokenId() == 1);
    }

    @Test
    void aDrawsPointLiesOnItsTokensStretch() {
        assertThat(new Sampler(3).draw(lab, 1_000)).allSatisfy(draw -> {
            int rank = lab.logits().rank(draw.tokenId());
            assertThat(draw.point())
                    .isBetween(lab.lineStart(rank), lab.lineStart(rank) + lab.probability(rank) + 1e-12);
        });
    }

    @Test
    void talliesAddUpAndDoNotChange() {
        DrawTally one = DrawTally.EMPTY.with(List.of(new Draw(5, 0.1), new Draw(3, 0.2), new Draw(5, 0.3)));
        DrawTally two = one.with(List.of(new Draw(9, 0.1)));
        assertThat(one.counts()).isEqualTo(Map.of(5, 2, 3, 1));
        assertThat(two.mostDrawn()).containsExactly(5, 3, 9);
        assertThat(two.share(5)).isEqualTo(0.5);
        assertThat(DrawTally.EMPTY.share(5)).isZero();
    }

    @Test
    void policiesThatMakeNoSenseAreRefusedWithWhatWouldBeRight() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SamplingPolicy(-1, 0, 1))
                .withMessage(
                        "The temperature is -1.0; it must be 0 (always the best token) or a number above 0, such as"
                                + " 0.8.");
        assertThatIllegalArgumentException().isThrownBy(() -> new SamplingPolicy(Double.NaN, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SamplingPolicy(1, -1, 1))
                .withMessageContaining("Top-k");
        for (double topP : new double[] {0, -0.1, 1.01, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SamplingPolicy(1, 0, topP))
                    .withMessageContaining("Top-p");
        }
    }
}
