package tokenwalk.lessons.fact;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tokenwalk.runtime.model.BundledModelFile;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.weights.SafetensorsFile;

/** What Hugging Face transformers computed for the Germany/France sentence from the bundled weights. Counts from 0. */
final class Reference {
    static final String TEXT = "The capital of Germany is Berlin. The capital of France is";

    private static final int TOKENS = 12;
    private static final int HEADS = 9;
    private static final int KEY_VALUE_HEADS = 3;

    private final SafetensorsFile tensors;
    private final JsonObject json;

    private Reference(SafetensorsFile tensors, JsonObject json) {
        this.tensors = tensors;
        this.json = json;
    }

    static Reference read() {
        Path folder = Path.of(
                System.getProperty(BundledModelFile.HOME_PROPERTY), "model-runtime/src/test/resources/golden/smollm2");
        try (Reader reader = Files.newBufferedReader(folder.resolve("capital.json"))) {
            return new Reference(
                    SafetensorsFile.open(folder.resolve("capital.safetensors")),
                    JsonParser.parseReader(reader).getAsJsonObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Vector row(String tensor, int index) {
        return tensors.matrix(tensor).row(index);
    }

    Vector residual(int level, int position) {
        return row("residual", level * TOKENS + position);
    }

    Vector value(int layer, int keyValueHead, int position) {
        return row("v", (layer * TOKENS + position) * KEY_VALUE_HEADS + keyValueHead);
    }

    Vector attention(int layer, int head, int from) {
        return row("attention", (layer * HEADS + head) * TOKENS + from);
    }

    double[] logits() {
        Vector logits = row("logits_last", 0);
        return IntStream.range(0, logits.size()).mapToDouble(logits::at).toArray();
    }

    /** @return softmax of the last logits at a temperature, largest first */
    double[] sortedProbabilities(double temperature) {
        double[] sorted =
                DoubleStream.of(logits()).map(x -> -x).sorted().map(x -> -x).toArray();
        double[] e = DoubleStream.of(sorted)
                .map(x -> Math.exp((x - sorted[0]) / temperature))
                .toArray();
        double sum = DoubleStream.of(e).sum();
        return DoubleStream.of(e).map(x -> x / sum).toArray();
    }

    double probability(int id, double temperature) {
        double[] logits = logits();
        double sum = DoubleStream.of(logits)
                .map(x -> Math.exp((x - logits[id]) / temperature))
                .sum();
        return 1 / sum;
    }

    /** @return [id, text, probability] of the best token that the lens reads */
    JsonArray lens(int level, int position) {
        return json.getAsJsonArray("lens")
                .get(level)
                .getAsJsonArray()
                .get(position)
                .getAsJsonArray();
    }

    /** @return [id, text, probability] of a candidate for the token after a position */
    JsonArray top(int position, int rank) {
        return json.getAsJsonArray("top")
                .get(position)
                .getAsJsonArray()
                .get(rank)
                .getAsJsonArray();
    }

    /** @return of the token at a position */
    double loss(int position) {
        return json.getAsJsonArray("loss").get(position - 1).getAsDouble();
    }
}
