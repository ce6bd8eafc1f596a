package tokenwalk.runtime.cli;

import com.google.gson.JsonObject;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.model.ModelLoader;
import tokenwalk.runtime.tensor.kernel.Workers;

/** Measures a model's speed. */
@Command(name = "bench", description = "Measure how fast a model loads, reads a prompt and writes new tokens.")
final class BenchCommand implements Runnable {
    private final Output out;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private ModelOptions options = new ModelOptions();

    @Option(
            names = "--prompt-tokens",
            paramLabel = "N",
            defaultValue = "128",
            description = "Length of the prompt (default: ${DEFAULT-VALUE}).")
    private int promptTokens;

    @Option(
            names = "--new-tokens",
            paramLabel = "N",
            defaultValue = "64",
            description = "How many tokens to write after it (default: ${DEFAULT-VALUE}).")
    private int newTokens;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads share the work (default: what the app uses here).")
    private int threads = Workers.defaultThreads();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many rounds to take the median of, after two to warm up (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--json",
            description =
                    "Print one JSON object: prefill_tokens_per_s, decode_tokens_per_s, load_ms, and what was run.")
    private boolean json;

    BenchCommand(Output out) {
        this.out = out;
    }

    @Override
    public void run() {
        requirePositive("--prompt-tokens", promptTokens);
        requirePositive("--new-tokens", newTokens);
        requirePositive("--threads", threads);
        requirePositive("--rounds", rounds);
        ModelLoader loader = ModelOptions.loader(threads);
        long begin = System.nanoTime();
        LanguageModel model = options.open(loader);
        double loadMilliseconds = (System.nanoTime() - begin) / 1e6;
        int context = model.shape().contextLength();
        if ((long) promptTokens + newTokens > context) {
            throw new CommandFailure(
                    "%d prompt tokens and %d new ones do not fit the model's context of %d. Ask for fewer."
                            .formatted(promptTokens, newTokens, context));
        }
        Benchmark.Speed speed = new Benchmark(model, promptTokens, newTokens).run(rounds);
        if (json) {
            out.line(Json.text(asJson(model, loader, speed, loadMilliseconds)));
        } else {
            out.print(asTable(model, loader, speed, loadMilliseconds));
        }
    }

    private void requirePositive(String option, int value) {
        if (value < 1) {
            throw new ParameterException(
                    command.commandLine(), "%s is %d; it must be at least 1.".formatted(option, value));
        }
    }

    private JsonObject asJson(LanguageModel model, ModelLoader loader, Benchmark.Speed speed, double loadMilliseconds) {
        JsonObject object = new JsonObject();
        object.addProperty("prefill_tokens_per_s", tenths(speed.prefill()));
        object.addProperty("decode_tokens_per_s", tenths(speed.decode()));
        object.addProperty("load_ms", tenths(loadMilliseconds));
        object.addProperty("model", model.facts().name());
        object.addProperty("type", model.facts().fileType());
        object.addProperty("kernel", loader.kernel());
        object.addProperty("threads", threads);
        object.addProperty("prompt_tokens", promptTokens);
        object.addProperty("new_tokens", newTokens);
        object.addProperty("rounds", rounds);
        return object;
    }

    private String asTable(LanguageModel model, ModelLoader loader, Benchmark.Speed speed, double loadMilliseconds) {
        return String.format(
                Locale.ROOT,
                """
                %s, %s, kernel %s, %d threads, median of %d rounds
                read %,6d tokens  %10.1f tokens/s
                write %,5d tokens  %10.1f tokens/s
                load               %10.1f ms
                """,
                model.facts().name(),
                model.facts().fileType(),
                loader.kernel(),
                threads,
                rounds,
                promptTokens,
                speed.prefill(),
                newTokens,
                speed.decode(),
                loadMilliseconds);
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
