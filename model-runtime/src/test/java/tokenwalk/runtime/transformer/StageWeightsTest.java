package tokenwalk.runtime.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tokenwalk.runtime.BundledModel;
import tokenwalk.runtime.generation.GenerationSession;
import tokenwalk.runtime.generation.TimedTrace;

class StageWeightsTest {
    private final Transformer transformer = BundledModel.model().transformer();

    @Test
    void theStagesHoldAllParametersOfTheModel() {
        StageWeights all = transformer
                .attentionWeights()
                .plus(transformer.mlpWeights())
                .plus(transformer.unembedding().weights());
        // The embedding is the unembedding's matrix, so it is counted.
        assertThat(all.numbers()).isEqualTo(BundledModel.model().facts().parameters());
        assertThat(all.bytes()).isLessThan(BundledModel.model().facts().byteSize());
    }

    @Test
    void aCachedTokenTakesAKeyAndAValueInEachLayer() {
        assertThat(KeyValueCache.bytesPerToken(transformer.shape())).isEqualTo(2 * 30 * 192 * 4);
    }

    @Test
    void theClockTakesTheTimeOfEachPart() {
        GenerationSession session = new GenerationSession(BundledModel.model());
        long begin = System.nanoTime();
        TimedTrace timed = session.readTimed(BundledModel.model().encodePrompt("The cat sat on the"));
        double whole = (System.nanoTime() - begin) / 1e6;
        PassClock clock = timed.clock();
        double parts = clock.embedding() + clock.blocks() + clock.finalNorm() + timed.unembedding();
        assertThat(timed.newTokens()).isEqualTo(5);
        assertThat(parts).isPositive().isLessThanOrEqualTo(whole);
        assertThat(List.of(clock.attention(0), clock.mlp(29), clock.finalNorm()))
                .allMatch(part -> part > 0);
        assertThat(session.readTimed(timed.trace().tokens()).newTokens()).isZero();
    }
}
