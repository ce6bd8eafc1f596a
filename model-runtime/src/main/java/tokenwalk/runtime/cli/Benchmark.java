package tokenwalk.runtime.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.trace.TraceRecorder;
import tokenwalk.runtime.transformer.KeyValueCache;
import tokenwalk.runtime.transformer.Probe;
import tokenwalk.runtime.transformer.Site;
import tokenwalk.runtime.transformer.Transformer;

/**
 * How fast a model reads and writes. Prompts are fixed pseudo-random tokens; what follows is written greedily, and
 * end-of-text tokens do not stop it. All that is to be measured takes turns, round by round, so that a machine that slows
 * down for a while slows all of it.
 */
final class Benchmark {
    /** Until the compiler has seen all loops. */
    private static final int WARM_UP_ROUNDS = 2;

    /** The lens is measured on so many tokens, all levels of each. */
    static final int LENS_TOKENS = 12;

    private static final int LENS_BEST = 10;

    /** What one quantity came to in each round after the warm-up. */
    record Figures(List<Double> values) {
        double median() {
            double[] sorted =
                    values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }

        double lowest() {
            return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        }

        double highest() {
            return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        }
    }

    private final LanguageModel model;
    private final Transformer transformer;
    private final Map<String, DoubleSupplier> measures = new LinkedHashMap<>();

    Benchmark(LanguageModel model) {
        this.model = model;
        this.transformer = model.transformer();
    }

    /** Measures tokens read per second, the last one's logits included. */
    void addPrefill(String name, int tokens) {
        List<Integer> prompt = ids(tokens);
        measures.put(name, () -> tokens / seconds(() -> best(prompt, transformer.newCache(), Probe.NONE)));
    }

    /** Measures the time of a recorded pass as a multiple of a plain one's. */
    void addRecorded(String name, int tokens) {
        List<Integer> prompt = ids(tokens);
        measures.put(
                name,
                () -> seconds(() -> best(prompt, transformer.newCache(), new TraceRecorder()))
                        / seconds(() -> best(prompt, transformer.newCache(), Probe.NONE)));
    }

    /** Measures tokens written per second after a context. */
    void addDecode(String name, int context, int newTokens) {
        List<Integer> prompt = ids(context);
        measures.put(name, () -> {
            KeyValueCache cache = transformer.newCache();
            int first = best(prompt, cache, Probe.NONE);
            return newTokens
                    / seconds(() -> {
                        int next = first;
                        for (int i = 0; i < newTokens; i++) {
                            next = best(List.of(next), cache, Probe.NONE);
                        }
                    });
        });
    }

    /** Measures milliseconds of the lens over all levels of {@link #LENS_TOKENS} tokens. */
    void addLens(String name) {
        List<Vector> residuals = new ArrayList<>();
        transformer.forward(ids(LENS_TOKENS), transformer.newCache(), (site, _, rows) -> {
            if (site == Site.RESIDUAL) {
                IntStream.range(0, rows.count()).forEach(row -> residuals.add(rows.row(row)));
            }
        });
        measures.put(name, () -> 1e3 * seconds(() -> model.lens().read(residuals, LENS_BEST, 0)));
    }

    /** @return the first tokens written after a prompt, to compare with what other programs write */
    List<Integer> greedy(int promptTokens, int count) {
        KeyValueCache cache = transformer.newCache();
        List<Integer> written = new ArrayList<>();
        int next = best(ids(promptTokens), cache, Probe.NONE);
        for (int i = 0; i < count; i++) {
            written.add(next);
            next = best(List.of(next), cache, Probe.NONE);
        }
        return written;
    }

    /** @return by name, what was measured */
    Map<String, Figures> run(int rounds) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (int round = 0; round < WARM_UP_ROUNDS + rounds; round++) {
            for (Map.Entry<String, DoubleSupplier> measure : measures.entrySet()) {
                double value = measure.getValue().getAsDouble();
                if (round >= WARM_UP_ROUNDS) {
                    values.computeIfAbsent(measure.getKey(), _ -> new ArrayList<>())
                            .add(value);
                }
            }
        }
        Map<String, Figures> figures = new LinkedHashMap<>();
        values.forEach((name, each) -> figures.put(name, new Figures(each)));
        return figures;
    }

    /** The ids that the side-by-side run gives to other programs too: far apart, and none of the special ones. */
    private List<Integer> ids(int count) {
        int vocabulary = model.shape().vocabulary();
        int ordinary = Math.max(1, vocabulary - 100);
        return IntStream.range(0, count)
                .mapToObj(i -> Math.min((int) ((i * 7919L + 13) % ordinary) + 50, vocabulary - 1))
                .toList();
    }

    private static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private int best(List<Integer> ids, KeyValueCache cache, Probe probe) {
        Vector last = transformer.forward(ids, cache, probe);
        return transformer.unembedding().logits(last).indexOfLargest();
    }
}
