package tokenwalk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tokenwalk.runtime.generation.GenerationSession;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.trace.Trace;
import tokenwalk.runtime.transformer.Unembedding;

class UnembeddingTest {
    private final LanguageModel model = BundledModel.model();
    private final Unembedding unembedding = model.transformer().unembedding();

    @Test
    void theFinalVectorTimesATokensRowIsItsLogit() {
        Trace trace = new GenerationSession(model)
                .read(model.encodePrompt(Golden.read("smollm2/capital").json().prompt()));
        for (int id = 0; id < unembedding.vocabulary(); id += 997) {
            double product = trace.finalVector(trace.length() - 1).dot(unembedding.row(id));
            assertThat(product).as("token " + id).isCloseTo(trace.logits().at(id), within(1e-3));
        }
    }

    @Test
    void aTiedModelUsesItsEmbeddingAtBothEnds() {
        assertThat(unembedding.isTied()).isTrue();
        assertThat(unembedding.row(7042).toArray())
                .isEqualTo(model.transformer().embedding().row(7042).toArray());
    }

    @Test
    void thereIsNoRowOutsideTheVocabulary() {
        assertThatThrownBy(() -> unembedding.row(unembedding.vocabulary()))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
