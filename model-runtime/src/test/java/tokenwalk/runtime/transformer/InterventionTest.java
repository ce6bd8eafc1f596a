package tokenwalk.runtime.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import tokenwalk.runtime.BundledModel;
import tokenwalk.runtime.generation.GenerationSession;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.trace.Trace;
import tokenwalk.runtime.trace.TraceRecorder;

/** The forward pass is observed and changed at one seam, and stays consistent when it is cut short. */
class InterventionTest {
    private final LanguageModel model = BundledModel.model();
    private final Transformer transformer = model.transformer();
    private final List<Integer> ids = ids("The capital of France is");

    @Test
    void aReplacedResidualIsWhatTheModelGoesOnWith() {
        int last = transformer.shape().layers();
        Vector other = forward(ids("I like my coffee with milk and"), Probe.NONE);
        Vector replaced = forward(ids, new Intervention.ReplaceResidual(last, ids.size() - 1, other));
        assertThat(replaced.toArray()).containsExactly(other.toArray());
    }

    @Test
    void aSilencedHeadReadsNothingAndChangesTheResult() {
        AttentionShape shape = transformer.shape().attention();
        List<Float> seen = new ArrayList<>();
        Probe look = (site, layer, rows) -> {
            if (site == Site.HEADS && layer == 3) {
                float[] values = new float[rows.count() * rows.width()];
                rows.copyTo(values, 0);
                for (int i = 0; i < shape.headWidth(); i++) {
                    seen.add(values[2 * shape.headWidth() + i]);
                }
            }
        };
        Vector silenced = forward(ids, Probe.all(List.of(new Intervention.SilenceHead(3, 2, shape), look)));
        assertThat(seen).hasSize(shape.headWidth()).containsOnly(0f);
        assertThat(silenced.cosine(forward(ids, Probe.NONE))).isLessThan(0.99999);
    }

    @Test
    void aSilencedMlpAddsNothing() {
        List<Double> sums = new ArrayList<>();
        Probe look = (site, layer, rows) -> {
            if (site == Site.MLP_OUTPUT && layer == 5) {
                float[] values = new float[rows.count() * rows.width()];
                rows.copyTo(values, 0);
                sums.add(Vector.of(values).norm());
            }
        };
        forward(ids, Probe.all(List.of(new Intervention.SilenceMlp(5), look)));
        assertThat(sums).containsExactly(0.0);
    }

    @Test
    void aRecorderKeepsWhatItSawBeforeAChangeAndWhatCameOfIt() {
        Vector other = Vector.of(new float[transformer.shape().width()]);
        TraceRecorder before = new TraceRecorder();
        TraceRecorder after = new TraceRecorder();
        Probe change = new Intervention.ReplaceResidual(10, 2, other);
        Vector last = forward(ids, Probe.all(List.of(before, change, after)));
        Trace plain = new GenerationSession(model).read(model.encodePrompt("The capital of France is"));
        Trace seenBefore = trace(before, last);
        Trace seenAfter = trace(after, last);
        assertThat(seenBefore.residual(10, 2).toArray())
                .containsExactly(plain.residual(10, 2).toArray(), within(1e-3f));
        assertThat(seenAfter.residual(10, 2).toArray()).containsOnly(0);
        assertThat(seenBefore.residual(11, 2).toArray())
                .containsExactly(seenAfter.residual(11, 2).toArray());
        assertThat(seenBefore.residual(11, 2).cosine(plain.residual(11, 2))).isLessThan(0.9);
        assertThat(seenAfter.residual(30, ids.size() - 1).toArray()).containsExactly(last.toArray());
    }

    private Trace trace(TraceRecorder recorder, Vector last) {
        return Trace.of(
                model.shape(),
                transformer.rotary(),
                model.encodePrompt("The capital of France is"),
                recorder,
                transformer.unembedding().logits(last));
    }

    @Test
    void anInterruptedPassLeavesASessionThatStillReadsRight() {
        GenerationSession session = new GenerationSession(model);
        List<Token> tokens = model.encodePrompt("The capital of France is");
        Trace before = session.read(tokens);
        Thread.currentThread().interrupt();
        List<Token> longer = new ArrayList<>(tokens);
        longer.addAll(model.encodePrompt(" Paris and"));
        assertThatThrownBy(() -> session.read(longer)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        Trace after = session.read(tokens);
        assertThat(after.logits().toArray()).containsExactly(before.logits().toArray(), within(1e-3f));
    }

    @Test
    void aLongTextIsReadInPiecesAsIfAtOnce() {
        List<Token> tokens = model.encodePrompt("The cat sat on the mat and looked at the dog. ".repeat(30));
        assertThat(tokens.size()).isGreaterThan(300);
        Trace whole = new GenerationSession(model).read(tokens);
        GenerationSession session = new GenerationSession(model);
        session.read(tokens.subList(0, 100));
        Trace pieces = session.read(tokens);
        assertThat(pieces.residual(30, 320).cosine(whole.residual(30, 320))).isCloseTo(1, within(1e-6));
        assertThat(pieces.attention(10, 3, 320).toArray())
                .containsExactly(whole.attention(10, 3, 320).toArray(), within(1e-3f));
    }

    @Test
    void idsOutsideTheVocabularyAndTooManyTokensAreRefused() {
        KeyValueCache cache = transformer.newCache();
        assertThatThrownBy(() -> transformer.forward(List.of(49_152), cache, Probe.NONE))
                .hasMessageContaining("no token 49152");
        assertThatThrownBy(() -> transformer.forward(List.of(), cache, Probe.NONE))
                .hasMessageContaining("no token to read");
    }

    private Vector forward(List<Integer> tokens, Probe probe) {
        return transformer.forward(tokens, transformer.newCache(), probe);
    }

    private List<Integer> ids(String text) {
        return model.encodePrompt(text).stream().map(Token::id).toList();
    }
}
