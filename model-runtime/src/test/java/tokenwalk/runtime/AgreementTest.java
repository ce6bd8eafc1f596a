package tokenwalk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tokenwalk.runtime.generation.GenerationSession;
import tokenwalk.runtime.lens.Candidate;
import tokenwalk.runtime.lens.Lens;
import tokenwalk.runtime.lens.LensReading;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.trace.Trace;

/** Every number against what the reference computed in float32 from the same weights. */
@ParameterizedClass
@CsvSource({
    "bundled, smollm2/capital, 200",
    "bundled, smollm2/fox, 200",
    "tiny-gpt2, tiny-gpt2-traces/capital, 100",
    "tiny-gpt2, tiny-gpt2-traces/glitch, 100",
    "tiny-llama-hf, tiny-llama-hf/traces/a, 9",
    "tiny-qwen2-hf, tiny-qwen2-hf/traces/a, 9",
    "tiny-llama-quantised/tl256.Q5_0.gguf, tiny-llama-quantised/traces/Q5_0, 30",
    "tiny-llama-quantised/tl256.Q4_K_M.gguf, tiny-llama-quantised/traces/Q4_K_M, 30",
    "tiny-llama-quantised/tl256.Q3_K_M.gguf, tiny-llama-quantised/traces/Q3_K_M, 30"
})
class AgreementTest {
    @Parameter(0)
    String modelName;

    @Parameter(1)
    String name;

    /** At so many places at least one token leads clearly, so that there is something to compare. */
    @Parameter(2)
    int clearLeads;

    private LanguageModel model;
    private Golden golden;
    private Trace trace;

    @BeforeEach
    void read() {
        model = GoldenModels.named(modelName);
        golden = Golden.read(name);
        trace = new GenerationSession(model)
                .read(model.encodePrompt(golden.json().prompt()));
    }

    @Test
    void tokensAreIdentical() {
        assertThat(trace.tokens()).extracting(Token::id).isEqualTo(golden.json().ids());
        assertThat(trace.tokens())
                .extracting(Token::text)
                .isEqualTo(golden.json().tokens());
    }

    @Test
    void residualsAgreeWithinAThousandthOfTheirNorm() {
        float[] expected = golden.tensor("residual");
        int width = trace.shape().width();
        for (int level = 0; level < trace.shape().levels(); level++) {
            for (int position = 0; position < trace.length(); position++) {
                int at = (level * trace.length() + position) * width;
                assertRelative(trace.residual(level, position), slice(expected, at, width));
            }
        }
    }

    @Test
    void finalVectorsAgree() {
        float[] expected = golden.tensor("final");
        int width = trace.shape().width();
        for (int position = 0; position < trace.length(); position++) {
            assertRelative(trace.finalVector(position), slice(expected, position * width, width));
        }
    }

    @Test
    void queriesKeysAndValuesAgreeWithinAThousandthOfTheLargest() {
        int heads = trace.shape().attention().heads();
        int keyValueHeads = trace.shape().attention().keyValueHeads();
        int share = heads / keyValueHeads;
        compareHeads("q_raw", heads, trace::query, 1);
        compareHeads("k_raw", keyValueHeads, trace::key, share);
        compareHeads("v", keyValueHeads, trace::value, share);
    }

    private interface Heads {
        Vector at(int layer, int head, int position);
    }

    private void compareHeads(String tensor, int heads, Heads actual, int share) {
        float[] expected = golden.tensor(tensor);
        float bound = 1e-3f * Vector.of(expected).largest();
        int width = trace.shape().attention().headWidth();
        for (int layer = 0; layer < trace.shape().layers(); layer++) {
            for (int position = 0; position < trace.length(); position++) {
                for (int head = 0; head < heads; head++) {
                    int at = ((layer * trace.length() + position) * heads + head) * width;
                    float largest =
                            largestDifference(actual.at(layer, head * share, position), slice(expected, at, width));
                    assertThat(largest)
                            .as("%s, layer %d, position %d, head %d", tensor, layer, position, head)
                            .isLessThan(bound);
                }
            }
        }
    }

    @Test
    void attentionAgreesWithinAThousandth() {
        float[] expected = golden.tensor("attention");
        int length = trace.length();
        for (int layer = 0; layer < trace.shape().layers(); layer++) {
            for (int head = 0; head < trace.shape().attention().heads(); head++) {
                Matrix weights = trace.attention(layer, head);
                for (int position = 0; position < length; position++) {
                    int at = ((layer * trace.shape().attention().heads() + head) * length + position) * length;
                    assertThat(largestDifference(weights.row(position), slice(expected, at, length)))
                            .as("layer %d, head %d, position %d", layer, head, position)
                            .isLessThan(1e-3f);
                }
            }
        }
    }

    @Test
    void logitsAgreeWithinTwoHundredths() {
        assertThat(largestDifference(trace.logits(), Vector.of(golden.tensor("logits_last"))))
                .isLessThan(0.02f);
    }

    @Test
    void theTenBestTokensStandInTheSameOrderAtEachPosition() {
        List<LensReading> readings = readLevel(trace.shape().layers());
        for (int position = 0; position < trace.length(); position++) {
            List<Integer> expected = golden.json().top().get(position).stream()
                    .map(entry -> ((Double) entry.getFirst()).intValue())
                    .toList();
            assertThat(readings.get(position).best())
                    .as("position %d", position)
                    .extracting(Candidate::id)
                    .isEqualTo(expected);
        }
    }

    @Test
    void lensTokensAreTheSameWhereTheyLead() {
        int compared = 0;
        for (int level = 0; level < trace.shape().levels(); level++) {
            List<LensReading> readings = readLevel(level);
            for (int position = 0; position < trace.length(); position++) {
                List<Candidate> best = readings.get(position).best();
                List<Object> expected = golden.json().lens().get(level).get(position);
                assertThat(best.getFirst().probability())
                        .as("level %d, position %d", level, position)
                        .isCloseTo((Double) expected.get(2), within(5e-3));
                if (best.get(0).probability() - best.get(1).probability() > 0.01) {
                    compared++;
                    assertThat(best.getFirst().id())
                            .as("level %d, position %d", level, position)
                            .isEqualTo(((Double) expected.getFirst()).intValue());
                }
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(clearLeads);
    }

    @Test
    void lossesAgree() {
        List<LensReading> readings = IntStream.range(0, trace.length() - 1)
                .mapToObj(position -> model.lens()
                        .read(
                                List.of(trace.residual(trace.shape().layers(), position)),
                                1,
                                trace.tokens().get(position + 1).id())
                        .getFirst())
                .toList();
        for (int position = 0; position < readings.size(); position++) {
            double loss = -Math.log(readings.get(position).followed().probability());
            assertThat(loss).isCloseTo(golden.json().loss().get(position), within(0.01));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void greedyTextIsIdenticalWithTheCacheAndWithoutIt(boolean cached) {
        GenerationSession session = new GenerationSession(model);
        List<Token> text = new ArrayList<>(trace.tokens());
        for (int expected : golden.json().greedy().ids()) {
            Trace now = (cached ? session : new GenerationSession(model)).read(text);
            Candidate best = Lens.reading(now.logits(), 1, 0).best().getFirst();
            assertThat(best.id()).isEqualTo(expected);
            text.add(model.token(best.id()));
        }
        assertThat(model.tokenizer().decode(text.subList(trace.length(), text.size())))
                .isEqualTo(golden.json().greedy().text());
    }

    private List<LensReading> readLevel(int level) {
        List<Vector> residuals = IntStream.range(0, trace.length())
                .mapToObj(position -> trace.residual(level, position))
                .toList();
        return model.lens().read(residuals, 10, 0);
    }

    private static Vector slice(float[] values, int from, int length) {
        return Vector.of(values).slice(from, length);
    }

    private static void assertRelative(Vector actual, Vector expected) {
        double squares = 0;
        for (int i = 0; i < actual.size(); i++) {
            squares += Math.pow(actual.at(i) - expected.at(i), 2);
        }
        assertThat(Math.sqrt(squares)).isLessThan(1e-3 * expected.norm());
    }

    private static float largestDifference(Vector actual, Vector expected) {
        assertThat(actual.size()).isEqualTo(expected.size());
        float largest = 0;
        for (int i = 0; i < actual.size(); i++) {
            largest = Math.max(largest, Math.abs(actual.at(i) - expected.at(i)));
        }
        return largest;
    }
}
