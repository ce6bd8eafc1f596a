package tokenwalk.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tokenwalk.runtime.BundledModel;
import tokenwalk.runtime.Golden;
import tokenwalk.runtime.GoldenModels;
import tokenwalk.runtime.generation.ContributionReader;
import tokenwalk.runtime.generation.GenerationSession;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.transformer.FrozenUnembedding;
import tokenwalk.runtime.transformer.KeyValueCache;
import tokenwalk.runtime.transformer.Site;

/** The parts of the residual stream, on the real model. */
class ContributionsTest {
    private final LanguageModel model = BundledModel.model();

    @ParameterizedTest
    @CsvSource({
        "bundled, smollm2/capital",
        "bundled, smollm2/fox",
        "tiny-gpt2, tiny-gpt2-traces/capital",
        "tiny-qwen2-hf, tiny-qwen2-hf/traces/a"
    })
    void thePartsAddUpToTheLogitOfTheReferenceForTheBestTokens(String modelName, String name) {
        LanguageModel read = GoldenModels.named(modelName);
        Golden golden = Golden.read(name);
        List<Token> tokens = read.encodePrompt(golden.json().prompt());
        Contributions parts = new ContributionReader(read).read(tokens, tokens.size() - 1);
        Vector logits = Vector.of(golden.tensor("logits_last"));
        FrozenUnembedding unembedding = read.transformer().unembedding().frozenAt(parts.last());
        for (int token : List.of(logits.indexOfLargest(), 0, 100, 28, 40000)) {
            Vector direction = unembedding.direction(token);
            double sum = all(parts).mapToDouble(direction::dot).sum() + unembedding.fromBias(token);
            assertThat(sum).as("token %d", token).isCloseTo(logits.at(token), within(0.05));
        }
    }

    @Test
    void thePartsOfEachTokenAddUpToItsLastLevel() {
        List<Token> tokens =
                model.encodePrompt(Golden.read("smollm2/fox").json().prompt());
        Trace trace = new GenerationSession(model).read(tokens);
        ContributionReader reader = new ContributionReader(model);
        for (int position : List.of(3, tokens.size() - 1, 1, 0, 4)) {
            Contributions parts = reader.read(tokens, position);
            Vector last = trace.residual(model.shape().layers(), position);
            double bound = 1e-3 * last.norm();
            for (int i = 0; i < last.size(); i++) {
                int at = i;
                assertThat(all(parts).mapToDouble(part -> part.at(at)).sum())
                        .as("position %d, number %d", position, i)
                        .isCloseTo(last.at(i), within(bound));
            }
        }
    }

    @Test
    void theNeuronsTimesTheirColumnsAreWhatTheMlpAdds() {
        List<Token> tokens = model.encodePrompt("The capital of France is");
        Contributions parts = new ContributionReader(model).read(tokens, 4);
        Vector neurons = parts.neurons().get(20);
        Vector expected = parts.mlp().get(20);
        double[] sum = new double[expected.size()];
        for (int neuron = 0; neuron < neurons.size(); neuron++) {
            Vector column = model.transformer().neuronColumn(20, neuron);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (double) neurons.at(neuron) * column.at(i);
            }
        }
        for (int i = 0; i < sum.length; i++) {
            assertThat(sum[i]).isCloseTo(expected.at(i), within(1e-3 * expected.norm()));
        }
    }

    @Test
    void allLogitsOfAPartAreItsDotProductsWithTheDirections() {
        List<Token> tokens = model.encodePrompt("The capital of France is");
        Contributions parts = new ContributionReader(model).read(tokens, 4);
        FrozenUnembedding unembedding = model.transformer().unembedding().frozenAt(parts.last());
        Vector part = parts.mlp().get(28);
        Matrix logits = unembedding.logits(Matrix.of(1, part.size(), part.toArray()));
        for (int token : List.of(0, 7, 48000)) {
            assertThat((double) logits.at(0, token))
                    .isCloseTo(unembedding.direction(token).dot(part), within(1e-3));
        }
    }

    @Test
    void theStepsOfAHeadEndWithWhatTheHeadRead() {
        List<Token> tokens = model.encodePrompt("The capital of France is");
        Trace trace = new GenerationSession(model).read(tokens);
        List<Vector> heads = new ArrayList<>();
        KeyValueCache cache = model.transformer().newCache();
        model.transformer().forward(tokens.stream().map(Token::id).toList(), cache, (site, layer, rows) -> {
            if (site == Site.HEADS && layer == 16) {
                heads.add(rows.row(3));
            }
        });
        int width = model.shape().attention().headWidth();
        for (int head = 0; head < model.shape().attention().heads(); head++) {
            AttentionSteps steps = trace.attentionSteps(16, head, 3);
            Vector read = heads.getFirst().slice(head * width, width);
            assertThat(steps.weights().size()).isEqualTo(4);
            assertThat(steps.scaled().at(2))
                    .isCloseTo((float) (steps.products().at(2) / Math.sqrt(width)), within(1e-5f));
            assertThat(steps.weights().at(1))
                    .isEqualTo(trace.attention(16, head, 3).at(1));
            for (int i = 0; i < width; i++) {
                assertThat(steps.mixed().at(i)).isCloseTo(read.at(i), within(1e-3f));
            }
        }
    }

    private static Stream<Vector> all(Contributions parts) {
        return Stream.of(Stream.of(parts.embedding()), parts.attention().stream(), parts.mlp().stream())
                .flatMap(vectors -> vectors);
    }
}
