package tokenwalk.runtime.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.stream.JsonWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import tokenwalk.runtime.generation.Generation;
import tokenwalk.runtime.generation.Generator;
import tokenwalk.runtime.generation.StopRules;
import tokenwalk.runtime.lens.Candidate;
import tokenwalk.runtime.lens.LensReading;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.trace.Trace;
import tokenwalk.runtime.weights.WholeFile;

/**
 * A trace as words and numbers of six decimals: {@code prompt}, {@code ids}, {@code tokens}, {@code window} (the positions
 * that are recorded, from and up to, if these are not all), {@code top} (the ten best next tokens at each of them), {@code
 * lens} (the best token at each level and position), {@code loss} (of each next token, in nats), {@code greedy} (how the
 * model goes on).
 */
final class TraceJson {
    private static final int BEST = 10;
    private static final int GREEDY_TOKENS = 24;
    private static final int DECIMALS = 6;

    private final LanguageModel model;
    private final String prompt;
    private final Trace trace;

    TraceJson(LanguageModel model, String prompt, Trace trace) {
        this.model = model;
        this.prompt = prompt;
        this.trace = trace;
    }

    /** @throws IOException if the file cannot be written; nothing is then left behind */
    void write(Path file) throws IOException {
        WholeFile.write(file, out -> {
            try (Writer text = new BufferedWriter(new OutputStreamWriter(out, UTF_8))) {
                write(Json.writer(text));
                text.write('\n');
            }
        });
    }

    private void write(JsonWriter json) throws IOException {
        List<LensReading> predictions = predictions();
        json.beginObject();
        json.name("prompt").value(prompt);
        Json.write(json.name("ids"), trace.tokens(), (token, to) -> to.value(token.id()));
        Json.write(json.name("tokens"), trace.tokens(), (token, to) -> to.value(token.text()));
        if (trace.recorded().length() < trace.length()) {
            json.name("window")
                    .beginArray()
                    .value(trace.recorded().from())
                    .value(trace.recorded().to())
                    .endArray();
        }
        Json.write(json.name("top"), predictions, (reading, to) -> Json.write(to, reading.best(), this::write));
        json.name("lens").beginArray();
        for (int level = 0; level < trace.shape().layers(); level++) {
            writeBest(json, lens(level));
        }
        writeBest(json, predictions);
        json.endArray();
        Json.write(
                json.name("loss"),
                predictions.subList(
                        0,
                        Math.min(trace.recorded().to(), trace.length() - 1)
                                - trace.recorded().from()),
                (reading, to) ->
                        to.value(rounded(-Math.log(Math.max(reading.followed().probability(), Double.MIN_VALUE)))));
        writeGreedy(json.name("greedy"));
        json.endObject();
    }

    private void writeBest(JsonWriter json, List<LensReading> readings) throws IOException {
        Json.write(json, readings, (reading, to) -> write(reading.best().getFirst(), to));
    }

    private void write(Candidate candidate, JsonWriter json) throws IOException {
        json.beginArray()
                .value(candidate.id())
                .value(model.token(candidate.id()).text())
                .value(rounded(candidate.probability()))
                .endArray();
    }

    private void writeGreedy(JsonWriter json) throws IOException {
        StopRules rules = new StopRules(
                model.endOfText(), List.of(), GREEDY_TOKENS, model.shape().contextLength());
        Generation greedy = Generator.best(model).generate(trace.tokens(), rules, _ -> {});
        json.beginObject();
        Json.write(json.name("ids"), greedy.tokens(), (token, to) -> to.value(token.id()));
        json.name("text").value(model.tokenizer().decode(greedy.tokens()));
        json.endObject();
    }

    /** @return the model's own prediction at each position; followed is the token that really comes next, if any */
    private List<LensReading> predictions() {
        List<Token> tokens = trace.tokens();
        return recorded()
                .mapToObj(position -> model.lens()
                        .read(
                                List.of(trace.residual(trace.shape().layers(), position)),
                                BEST,
                                tokens.get(Math.min(position + 1, tokens.size() - 1))
                                        .id())
                        .getFirst())
                .toList();
    }

    private List<LensReading> lens(int level) {
        List<Vector> residuals =
                recorded().mapToObj(position -> trace.residual(level, position)).toList();
        return model.lens().read(residuals, 1, 0);
    }

    private IntStream recorded() {
        return IntStream.range(trace.recorded().from(), trace.recorded().to());
    }

    private static BigDecimal rounded(double value) {
        return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
