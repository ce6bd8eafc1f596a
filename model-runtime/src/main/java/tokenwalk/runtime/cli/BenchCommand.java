package tokenwalk.runtime.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tokenwalk.runtime.cli.Benchmark.Figures;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.model.ModelLoader;
import tokenwalk.runtime.tensor.kernel.Workers;

/** Measures a model's speed. */
@Command(name = "bench", description = "Measure how fast a model loads, reads a prompt and writes new tokens.")
final class BenchCommand implements Runnable {
    private static final String PREFILL = "prefill ";
    private static final String DECODE = "decode ";
    private static final String RECORDED = "recorded ";
    private static final String LENS = "lens";

    /** So many of the tokens written are told, to compare with other programs. */
    private static final int GREEDY = 16;

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
            description = "Length of the prompt, or several: 12,128,512 (default: ${DEFAULT-VALUE}).")
    private List<Integer> promptTokens = List.of();

    @Option(
            names = "--new-tokens",
            paramLabel = "N",
            defaultValue = "64",
            description = "How many tokens to write after it (default: ${DEFAULT-VALUE}).")
    private int newTokens;

    @Option(
            names = "--at",
            paramLabel = "N",
            split = ",",
            description = "How long the text is before they are written, or several: 16,1000 (default: the prompt).")
    private List<Integer> contexts = List.of();

    @Option(
            names = "--recorded",
            description = "Compare a pass that is recorded with one that is not: its time as a multiple.")
    private boolean recorded;

    @Option(names = "--lens", description = "Measure the lens over all levels of twelve tokens, in milliseconds.")
    private boolean lens;

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
                    "Print one JSON object: prefill_tokens_per_s, decode_tokens_per_s, load_ms, each measure, and what was run.")
    private boolean json;

    BenchCommand(Output out) {
        this.out = out;
    }

    @Override
    public void run() {
        List<Integer> after = contexts.isEmpty() ? promptTokens.subList(0, 1) : contexts;
        promptTokens.forEach(tokens -> requirePositive("--prompt-tokens", tokens));
        after.forEach(tokens -> requirePositive("--at", tokens));
        requirePositive("--new-tokens", newTokens);
        requirePositive("--threads", threads);
        requirePositive("--rounds", rounds);
        ModelLoader loader = ModelOptions.loader(threads);
        long begin = System.nanoTime();
        LanguageModel model = options.open(loader);
        double loadMilliseconds = (System.nanoTime() - begin) / 1e6;
        int context = model.shape().contextLength();
        int longest = Math.max(Collections.max(promptTokens), Collections.max(after) + newTokens);
        if (longest > context) {
            throw new CommandFailure(
                    "%d tokens do not fit the model's context of %d. Ask for fewer prompt or new tokens."
                            .formatted(longest, context));
        }
        Benchmark benchmark = new Benchmark(model);
        promptTokens.forEach(tokens -> benchmark.addPrefill(PREFILL + tokens, tokens));
        after.forEach(tokens -> benchmark.addDecode(DECODE + tokens, tokens, newTokens));
        if (recorded) {
            promptTokens.forEach(tokens -> benchmark.addRecorded(RECORDED + tokens, tokens));
        }
        if (lens) {
            benchmark.addLens(LENS);
        }
        Map<String, Figures> figures = benchmark.run(rounds);
        if (json) {
            JsonObject object = asJson(model, loader, figures, loadMilliseconds);
            JsonArray greedy = new JsonArray();
            benchmark.greedy(after.getFirst(), Math.min(newTokens, GREEDY)).forEach(greedy::add);
            object.add("greedy", greedy);
            out.line(Json.text(object));
        } else {
            out.print(asTable(model, loader, figures, loadMilliseconds));
        }
    }

    private void requirePositive(String option, int value) {
        if (value < 1) {
            throw new ParameterException(
                    command.commandLine(), "%s is %d; it must be at least 1.".formatted(option, value));
        }
    }

    private JsonObject asJson(
            LanguageModel model, ModelLoader loader, Map<String, Figures> figures, double loadMilliseconds) {
        JsonObject object = new JsonObject();
        object.addProperty(
                "prefill_tokens_per_s", tenths(first(figures, PREFILL).median()));
        object.addProperty("decode_tokens_per_s", tenths(first(figures, DECODE).median()));
        object.addProperty("load_ms", tenths(loadMilliseconds));
        object.addProperty("model", model.facts().name());
        object.addProperty("type", model.facts().fileType());
        object.addProperty("kernel", loader.kernel());
        object.addProperty("threads", threads);
        object.addProperty("prompt_tokens", promptTokens.getFirst());
        object.addProperty("new_tokens", newTokens);
        object.addProperty("rounds", rounds);
        JsonObject measures = new JsonObject();
        figures.forEach((name, each) -> {
            JsonObject measure = new JsonObject();
            measure.addProperty("best", thousandths(best(name, each)));
            measure.addProperty("median", thousandths(each.median()));
            measures.add(name, measure);
        });
        object.add("measures", measures);
        return object;
    }

    private static Figures first(Map<String, Figures> figures, String kind) {
        return figures.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(kind))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** Of speeds the highest, of times the lowest. */
    private static double best(String name, Figures figures) {
        return name.startsWith(RECORDED) || name.equals(LENS) ? figures.lowest() : figures.highest();
    }

    private String asTable(
            LanguageModel model, ModelLoader loader, Map<String, Figures> figures, double loadMilliseconds) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, %s, kernel %s, %d threads, median of %d rounds%n",
                model.facts().name(),
                model.facts().fileType(),
                loader.kernel(),
                threads,
                rounds));
        figures.forEach((name, each) ->
                table.append(String.format(Locale.ROOT, "%-28s %10.2f %s%n", words(name), each.median(), unit(name))));
        return table.append(String.format(Locale.ROOT, "%-28s %10.2f ms%n", "load", loadMilliseconds))
                .toString();
    }

    private String words(String name) {
        String tokens = name.substring(name.indexOf(' ') + 1);
        if (name.startsWith(PREFILL)) {
            return "read " + tokens + " tokens";
        }
        if (name.startsWith(DECODE)) {
            return "write " + newTokens + " after " + tokens;
        }
        return name.startsWith(RECORDED) ? "recorded ÷ plain, " + tokens : name;
    }

    private static String unit(String name) {
        if (name.startsWith(RECORDED)) {
            return "times";
        }
        return name.equals(LENS) ? "ms" : "tokens/s";
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static double thousandths(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
