package tokenwalk.runtime.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tokenwalk.runtime.tensor.Vector;

class DistributionTest {
    /** The five tokens of the logits lab, by id: the, a, an, and, or. */
    private static final RankedLogits LAB = RankedLogits.of(Vector.of(4, 3, 2, 1, 0.5f));

    @Test
    void softmaxIsTheLabsAtEveryTemperature() {
        assertThat(softmax(1)).containsExactly(new double[] {0.632, 0.232, 0.085, 0.031, 0.019}, within(0.0006));
        assertThat(softmax(0.5)).containsExactly(new double[] {0.864, 0.117, 0.016, 0.002, 0.001}, within(0.0006));
        assertThat(softmax(2)).containsExactly(new double[] {0.422, 0.256, 0.155, 0.094, 0.073}, within(0.0006));
    }

    @Test
    void topKRenormalisesWhatItKeeps() {
        Distribution three = Distribution.of(LAB, SamplingPolicy.DEFAULT.withTopK(3));
        assertThat(three.afterTopK(0)).isEqualTo(Math.exp(2) / (Math.exp(2) + Math.exp(1) + 1), within(1e-12));
        assertThat(three.afterTopK(0)).isEqualTo(0.665, within(0.0006));
        assertThat(three.afterTopK(3)).isZero();
        assertThat(three.isKeptByTopK(3)).isFalse();
        assertThat(three.massCutByTopK()).isEqualTo(0.0505, within(0.0005));
        assertThat(three.massCutByTopP()).isZero();
        assertThat(sum(three, three::probability)).isEqualTo(1, within(1e-12));
    }

    @Test
    void theNucleusIncludesTheTokenThatCrosses() {
        Distribution nucleus = Distribution.of(LAB, SamplingPolicy.DEFAULT.withTopP(0.9));
        assertThat(nucleus.kept()).isEqualTo(3);
        assertThat(nucleus.isKept(2)).isTrue();
        assertThat(nucleus.isKept(3)).isFalse();
        assertThat(nucleus.massCutByTopP()).isEqualTo(0.0505, within(0.0005));
        assertThat(nucleus.softmax(0)).isEqualTo(0.632, within(0.0006));
    }

    @Test
    void topPAdaptsToHowSureTheModelIs() {
        SamplingPolicy policy = SamplingPolicy.DEFAULT.withTopP(0.9);
        assertThat(Distribution.of(RankedLogits.of(Vector.of(9, 1, 1, 1, 1)), policy)
                        .kept())
                .isEqualTo(1);
        assertThat(Distribution.of(RankedLogits.of(Vector.of(1, 1, 1, 1, 1)), policy)
                        .kept())
                .isEqualTo(5);
    }

    @Test
    void topPCountsWhatTopKLeft() {
        SamplingPolicy both = new SamplingPolicy(1, 2, 0.72);
        assertThat(Distribution.of(LAB, both).kept()).isEqualTo(1);
        assertThat(Distribution.of(LAB, both.withTopK(0)).kept()).isEqualTo(2);
    }

    @Test
    void aShareReachedExactlyIsReachedDespiteRounding() {
        float[] logits = {(float) Math.log(0.5), (float) Math.log(0.25), (float) Math.log(0.25)};
        RankedLogits ranked = RankedLogits.of(Vector.of(logits));
        double two = Distribution.of(ranked, SamplingPolicy.DEFAULT).lineStart(2);
        assertThat(Distribution.of(ranked, SamplingPolicy.DEFAULT.withTopP(Math.nextUp(two)))
                        .kept())
                .isEqualTo(2);
    }

    @Test
    void softmaxSumsToOneForLargeLogits() {
        for (float scale : new float[] {1e4f, 1e30f, 3e38f}) {
            Distribution distribution =
                    Distribution.of(RankedLogits.of(Vector.of(scale, scale, -scale, 0)), SamplingPolicy.DEFAULT);
            assertThat(sum(distribution, distribution::softmax)).isEqualTo(1, within(1e-12));
            assertThat(distribution.softmax(0)).isEqualTo(0.5);
        }
    }

    @Test
    void softmaxSumsToOneOverAWholeVocabulary() {
        for (double temperature : new double[] {1e-300, 0.1, 1, 10, 1e300}) {
            Distribution distribution =
                    Distribution.of(vocabulary(), SamplingPolicy.DEFAULT.withTemperature(temperature));
            assertThat(sum(distribution, distribution::softmax)).isEqualTo(1, within(1e-9));
            assertThat(sum(distribution, distribution::probability)).isEqualTo(1, within(1e-9));
        }
    }

    @Test
    void atTemperatureZeroTheBestTokenHasItAll() {
        RankedLogits tie = RankedLogits.of(Vector.of(1, 5, 5));
        Distribution best = Distribution.of(tie, SamplingPolicy.BEST);
        assertThat(best.probabilityOf(1)).isEqualTo(1);
        assertThat(best.probabilityOf(2)).isZero();
        assertThat(best.scaled(0)).isEqualTo(5);
        assertThat(best.entropy()).isZero();
        assertThat(best.rankAt(Math.nextDown(1.0))).isZero();
    }

    @Test
    void entropyIsInBits() {
        Distribution even = Distribution.of(RankedLogits.of(Vector.of(2, 2, 2, 2)), SamplingPolicy.DEFAULT);
        assertThat(even.entropy()).isEqualTo(2, within(1e-12));
        assertThat(Distribution.of(even.logits(), SamplingPolicy.DEFAULT.withTopK(2))
                        .entropy())
                .isEqualTo(1, within(1e-12));
    }

    @Test
    void logitsStayAsTheyWere() {
        Distribution distribution = Distribution.of(LAB, new SamplingPolicy(0.5, 2, 0.5));
        assertThat(distribution.logits().logit(4)).isEqualTo(0.5f);
        assertThat(distribution.scaled(4)).isEqualTo(1);
    }

    @Test
    void aPointOfTheLineBelongsToTheTokenWhoseStretchItIsOn() {
        Distribution nucleus = Distribution.of(LAB, SamplingPolicy.DEFAULT.withTopP(0.9));
        for (int rank = 0; rank < nucleus.kept(); rank++) {
            double end = nucleus.lineStart(rank) + nucleus.probability(rank);
            assertThat(nucleus.rankAt((nucleus.lineStart(rank) + end) / 2)).isEqualTo(rank);
        }
        assertThat(nucleus.rankAt(0)).isZero();
        assertThat(nucleus.rankAt(Math.nextDown(1.0))).isEqualTo(2);
        assertThat(nucleus.lineStart(4)).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> nucleus.rankAt(1));
    }

    @Test
    void aTopKBeyondTheVocabularyKeepsAll() {
        assertThat(Distribution.of(LAB, SamplingPolicy.DEFAULT.withTopK(99)).keptByTopK())
                .isEqualTo(5);
    }

    private static double[] softmax(double temperature) {
        Distribution distribution = Distribution.of(LAB, SamplingPolicy.DEFAULT.withTemperature(temperature));
        return IntStream.range(0, 5).mapToDouble(distribution::softmax).toArray();
    }

    private static double sum(Distribution distribution, IntToDoubleFunction stage) {
        return IntStream.range(0, distribution.size()).mapToDouble(stage).sum();
    }

    private static RankedLogits vocabulary() {
        Random random = new Random(5);
        float[] logits = new float[49_152];
        for (int token = 0; token < logits.length; token++) {
            logits[token] = (float) (random.nextGaussian() * 4);
        }
        return RankedLogits.of(Vector.of(logits));
    }
}
