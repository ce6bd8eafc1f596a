package tokenwalk.runtime.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tokenwalk.runtime.GoldenModels;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.trace.Trace;
import tokenwalk.runtime.trace.TraceRecorder;
import tokenwalk.runtime.trace.Window;

class GenerationSessionTest {
    private static final String LONG = "The cat sat on the mat and looked at the dog. ".repeat(28);

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 308", "100, 101", "200, 300", "255, 257", "300, 308"})
    void aWindowHoldsWhatTheWholeTraceHoldsThere(int from, int to) {
        LanguageModel model = GoldenModels.named("bundled");
        List<Token> tokens = model.encodePrompt(LONG).subList(0, 308);
        Trace whole = new GenerationSession(model).read(tokens);

        Trace part = new GenerationSession(model).read(tokens, new Window(from, to));

        assertThat(part.length()).isEqualTo(308);
        assertThat(part.recorded()).isEqualTo(new Window(from, to));
        assertThat(whole.recorded()).isEqualTo(new Window(0, 308));
        for (int position : new int[] {from, to - 1}) {
            for (int level : new int[] {0, 17, 30}) {
                assertSame(part.residual(level, position), whole.residual(level, position));
            }
            assertSame(part.finalVector(position), whole.finalVector(position));
            assertSame(part.query(7, 4, position), whole.query(7, 4, position));
            assertSame(part.attention(12, 5, position), whole.attention(12, 5, position));
        }
        for (int position : new int[] {0, 256, 307}) {
            assertSame(part.key(7, 4, position), whole.key(7, 4, position));
            assertSame(part.value(29, 8, position), whole.value(29, 8, position));
        }
        assertSame(part.logits(), whole.logits());
        Matrix attention = part.attention(3, 1);
        assertThat(attention.rows()).isEqualTo(to - from);
        assertSame(attention.row(to - from - 1), whole.attention(3, 1, to - 1));
        assertThat(part.residual(9).rows()).isEqualTo(to - from);
        assertSame(part.residual(9).row(0), whole.residual(9, from));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-gpt2", "tiny-llama-hf"})
    void whatIsOutsideTheWindowIsToldAsNotRecorded(String name) {
        LanguageModel model = GoldenModels.named(name);
        List<Token> tokens = model.encodePrompt("The capital of France is");
        Trace trace = new GenerationSession(model).read(tokens, new Window(1, 3));
        for (int outside : new int[] {0, 3}) {
            assertThatThrownBy(() -> trace.residual(0, outside))
                    .hasMessage("Token " + outside + " was not recorded; tokens 1 to 2 were.");
            assertThatThrownBy(() -> trace.query(0, 0, outside)).hasMessageContaining("not recorded");
            assertThatThrownBy(() -> trace.finalVector(outside)).hasMessageContaining("not recorded");
            assertThatThrownBy(() -> trace.attention(0, 0, outside)).hasMessageContaining("not recorded");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-gpt2", "tiny-llama-hf"})
    void aSessionGoesOnAfterAWindow(String name) {
        LanguageModel model = GoldenModels.named(name);
        List<Token> tokens = model.encodePrompt("The capital of France is");
        GenerationSession session = new GenerationSession(model);
        Trace before = session.read(tokens);
        session.read(tokens, new Window(0, 2));
        Trace after = session.read(tokens);
        assertThat(after.recorded()).isEqualTo(new Window(0, tokens.size()));
        assertSame(after.logits(), before.logits());
        assertThatThrownBy(() -> session.read(tokens, new Window(0, tokens.size() + 1)))
                .hasMessageContaining("There is no token " + tokens.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-gpt2", "tiny-llama-hf"})
    void aRewoundTextHoldsTheNewTokensOnly(String name) {
        LanguageModel model = GoldenModels.named(name);
        List<Token> first = model.encodePrompt("The capital of France is Paris");
        List<Token> second = model.encodePrompt("The capital of Spain and its king");
        GenerationSession session = new GenerationSession(model);
        session.read(first);
        Trace rewound = session.read(second);
        Trace anew = new GenerationSession(model).read(second);
        for (int position = 0; position < second.size(); position++) {
            assertSame(rewound.residual(1, position), anew.residual(1, position));
            assertSame(rewound.key(0, 0, position), anew.key(0, 0, position));
            assertSame(rewound.attention(0, 0, position), anew.attention(0, 0, position));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-gpt2", "tiny-llama-hf"})
    void aTextThatIsTooLongToRecordIsRefusedAndAPartOfItIsNot(String name) {
        LanguageModel model = GoldenModels.named(name);
        List<Token> tokens = model.encodePrompt("The capital of France is");
        long room = (tokens.size() - 1) * TraceRecorder.bytesPerToken(model.shape());
        GenerationSession session = new GenerationSession(model, room);
        assertThatThrownBy(() -> session.read(tokens))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Take a shorter text");
        assertThatThrownBy(() -> session.read(tokens, new Window(0, tokens.size())))
                .hasMessageContaining("Take a shorter text");
        assertThat(session.read(tokens, new Window(1, tokens.size())).length()).isEqualTo(tokens.size());
        assertThat(session.read(tokens.subList(1, tokens.size())).length()).isEqualTo(tokens.size() - 1);
    }

    private static void assertSame(Vector actual, Vector expected) {
        float tolerance = 1e-4f * (1 + expected.largest());
        assertThat(actual.toArray()).containsExactly(expected.toArray(), within(tolerance));
    }
}
