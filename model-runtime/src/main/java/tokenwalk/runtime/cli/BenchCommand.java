package tokenwalk.runtime.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
            split = ",",
            defaultValue = "128",
            description = "Lengths of the prompts to read, such as 12,128,512 (default: ${DEFAULT-VALUE}).")
    private int[] promptTokens = {};

    @Option(
            names = "--at",
            paramLabel = "N",
            split = ",",
            description =
                    "Write after contexts of so many tokens, such as 0,1000 (default: the first prompt's length).")
    private int[] contexts = {};

    @Option(
            names = "--new-tokens",
            paramLabel = "N",
            defaultValue = "64",
            description = "How many tokens to write after each (default: ${DEFAULT-VALUE}).")
    private int newTokens;

    @Option(
            names = "--trace",
            description = "Read each prompt with everything recorded too, and tell how much longer that takes.")
    private boolean trace;

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
                    "Print one JSON object: prefill_tokens_per_s, decode_tokens_per_s, load_ms, each length's best and"
                            + " median, the first ids written, and what was run.")
    private boolean json;

    BenchCommand(Output out) {
        this.out = out;
    }

    /** All that was measured, by length of the prompt or context. */
    private record Figures(
            double loadMilliseconds,
            Map<Integer, Benchmark.Speed> reading,
            Map<Integer, Benchmark.Writing> writing,
            Map<Integer, Benchmark.Recording> recording) {}

    @Override
    public void run() {
        requireAtLeast(1, "--prompt-tokens", promptTokens);
        requireAtLeast(0, "--at", contexts);
        requireAtLeast(1, "--new-tokens", newTokens);
        requireAtLeast(1, "--threads", threads);
        requireAtLeast(1, "--rounds", rounds);
        ModelLoader loader = ModelOptions.loader(threads);
        long begin = System.nanoTime();
        LanguageModel model = options.open(loader);
        double loadMilliseconds = (System.nanoTime() - begin) / 1e6;
        int[] at = contexts.length == 0 ? new int[] {promptTokens[0]} : contexts;
        requireToFit(model.shape().contextLength(), at);
        Figures figures = measure(model, at, loadMilliseconds);
        if (json) {
            out.line(Json.text(asJson(model, loader, figures)));
        } else {
            out.print(asTable(model, loader, figures));
        }
    }

    private void requireAtLeast(int least, String option, int... values) {
        for (int value : values) {
            if (value < least) {
                throw new ParameterException(
                        command.commandLine(), "%s is %d; it must be at least %d.".formatted(option, value, least));
            }
        }
    }

    private void requireToFit(int context, int[] at) {
        for (int tokens : promptTokens) {
            if (tokens > context) {
                throw new CommandFailure("%d prompt tokens do not fit the model's context of %d. Ask for fewer."
                        .formatted(tokens, context));
            }
        }
        for (int tokens : at) {
            if ((long) tokens + newTokens > context) {
                throw new CommandFailure(
                        "%d prompt tokens and %d new ones do not fit the model's context of %d. Ask for fewer."
                                .formatted(tokens, newTokens, context));
            }
        }
    }

    private Figures measure(LanguageModel model, int[] at, double loadMilliseconds) {
        Benchmark benchmark = new Benchmark(model, rounds);
        Figures figures =
                new Figures(loadMilliseconds, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        for (int tokens : promptTokens) {
            figures.reading.put(tokens, benchmark.read(tokens));
            if (trace) {
                figures.recording.put(tokens, benchmark.record(tokens));
            }
        }
        for (int tokens : at) {
            figures.writing.put(tokens, benchmark.write(tokens, newTokens));
        }
        return figures;
    }

    private JsonObject asJson(LanguageModel model, ModelLoader loader, Figures figures) {
        JsonObject object = new JsonObject();
        object.addProperty("prefill_tokens_per_s", tenths(first(figures.reading).median()));
        object.addProperty(
                "decode_tokens_per_s", tenths(first(figures.writing).speed().median()));
        object.addProperty("load_ms", tenths(figures.loadMilliseconds));
        object.addProperty("model", model.facts().name());
        object.addProperty("type", model.facts().fileType());
        object.addProperty("kernel", loader.kernel());
        object.addProperty("threads", threads);
        object.addProperty("new_tokens", newTokens);
        object.addProperty("rounds", rounds);
        JsonObject prefill = new JsonObject();
        figures.reading.forEach((tokens, speed) -> prefill.add(tokens.toString(), asJson(speed)));
        object.add("prefill", prefill);
        JsonObject decode = new JsonObject();
        figures.writing.forEach((tokens, writing) -> decode.add(tokens.toString(), asJson(writing.speed())));
        object.add("decode", decode);
        if (trace) {
            JsonObject recorded = new JsonObject();
            figures.recording.forEach((tokens, recording) -> {
                JsonObject one = asJson(recording.speed());
                one.addProperty("time_ratio", Math.round(recording.timeRatio() * 1000) / 1000.0);
                recorded.add(tokens.toString(), one);
            });
            object.add("recorded", recorded);
        }
        JsonArray greedy = new JsonArray();
        first(figures.writing).greedy().forEach(greedy::add);
        object.add("greedy", greedy);
        return object;
    }

    private static JsonObject asJson(Benchmark.Speed speed) {
        JsonObject object = new JsonObject();
        object.addProperty("best", tenths(speed.best()));
        object.addProperty("median", tenths(speed.median()));
        return object;
    }

    private static <T> T first(Map<Integer, T> figures) {
        return figures.values().iterator().next();
    }

    private String asTable(LanguageModel model, ModelLoader loader, Figures figures) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, %s, kernel %s, %d threads, best and median of %d rounds%n",
                model.facts().name(),
                model.facts().fileType(),
                loader.kernel(),
                threads,
                rounds));
        figures.reading.forEach((tokens, speed) -> table.append(line("read %,d tokens".formatted(tokens), speed)));
        figures.recording.forEach((tokens, recording) -> {
            table.append(line("read and record %,d".formatted(tokens), recording.speed()));
            table.append(String.format(Locale.ROOT, "  in %.3f of the time%n", recording.timeRatio()));
        });
        figures.writing.forEach((tokens, writing) ->
                table.append(line("write %,d tokens after %,d".formatted(newTokens, tokens), writing.speed())));
        return table.append(String.format(Locale.ROOT, "%-28s  %10.1f ms%n", "load", figures.loadMilliseconds))
                .toString();
    }

    private static String line(String what, Benchmark.Speed speed) {
        return String.format(Locale.ROOT, "%-28s  %10.1f %10.1f tokens/s%n", what, speed.best(), speed.median());
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
