package tokenwalk.runtime.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import tokenwalk.runtime.generation.WarmUp;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.trace.TraceRecorder;
import tokenwalk.runtime.transformer.KeyValueCache;
import tokenwalk.runtime.transformer.Probe;
import tokenwalk.runtime.transformer.Transformer;

/**
 * How fast a model reads and writes. Each round reads a prompt of fixed pseudo-random tokens into an empty cache, or goes on
 * greedily after one; end-of-text tokens do not stop it.
 */
final class Benchmark {
    /** Until the compiler has seen all loops. */
    private static final int WARM_UP_ROUNDS = 2;

    /** What the side-by-side run compares with other programs. */
    private static final int GREEDY_TOKENS = 16;

    /**
     * The rounds after the warm-up.
     *
     * @param best tokens per second of the fastest round
     * @param median tokens per second of the middle one
     */
    record Speed(double best, double median) {
        static Speed of(int tokens, double[] seconds) {
            return new Speed(tokens / Arrays.stream(seconds).min().orElseThrow(), tokens / Benchmark.median(seconds));
        }
    }

    /**
     * Writing after a context.
     *
     * @param greedy the first ids that were written
     */
    record Writing(Speed speed, List<Integer> greedy) {
        Writing {
            greedy = List.copyOf(greedy);
        }
    }

    /**
     * Reading with all recorded.
     *
     * @param timeRatio the time it takes, divided by that without recording, both taken in turns; the median
     */
    record Recording(Speed speed, double timeRatio) {}

    private final Transformer transformer;
    private final int vocabulary;
    private final int rounds;
    private final KeyValueCache cache;

    /** @param rounds how many are measured, after the warm-up */
    Benchmark(LanguageModel model, int rounds) {
        this.transformer = model.transformer();
        this.vocabulary = model.shape().vocabulary();
        this.rounds = rounds;
        this.cache = transformer.newCache();
        new WarmUp(model).run();
    }

    /** The ids that the side-by-side run gives to other programs too: far apart, and none of the special ones. */
    static List<Integer> ids(int count, int vocabulary) {
        int ordinary = Math.max(1, vocabulary - 100);
        return IntStream.range(0, count)
                .mapToObj(i -> Math.min((int) ((i * 7919L + 13) % ordinary) + 50, vocabulary - 1))
                .toList();
    }

    /** Reads prompts of so many tokens, the last one's logits included. */
    Speed read(int tokens) {
        return Speed.of(tokens, measured(() -> readOnce(tokens, Probe.NONE)));
    }

    /** Reads prompts of so many tokens with all recorded, and without, in turns. */
    Recording record(int tokens) {
        double[] ratios = new double[rounds];
        double[] seconds = new double[rounds];
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            double plain = readOnce(tokens, Probe.NONE);
            double recorded = readOnce(tokens, new TraceRecorder());
            if (round >= 0) {
                seconds[round] = recorded;
                ratios[round] = recorded / plain;
            }
        }
        return new Recording(Speed.of(tokens, seconds), median(ratios));
    }

    /** Writes tokens after a context of so many. */
    Writing write(int at, int newTokens) {
        List<Integer> prompt = ids(Math.max(1, at), vocabulary);
        List<Integer> written = new ArrayList<>();
        double[] seconds = measured(() -> {
            cache.truncate(0);
            written.clear();
            int next = at == 0 ? prompt.getFirst() : best(prompt, Probe.NONE);
            long begin = System.nanoTime();
            for (int i = 0; i < newTokens; i++) {
                written.add(next);
                next = best(List.of(next), Probe.NONE);
            }
            return (System.nanoTime() - begin) / 1e9;
        });
        return new Writing(Speed.of(newTokens, seconds), written.subList(0, Math.min(GREEDY_TOKENS, written.size())));
    }

    private double readOnce(int tokens, Probe probe) {
        List<Integer> prompt = ids(tokens, vocabulary);
        cache.truncate(0);
        long begin = System.nanoTime();
        int _ = best(prompt, probe);
        return (System.nanoTime() - begin) / 1e9;
    }

    private double[] measured(DoubleSupplier seconds) {
        return IntStream.range(0, WARM_UP_ROUNDS + rounds)
                .mapToDouble(_ -> seconds.getAsDouble())
                .skip(WARM_UP_ROUNDS)
                .toArray();
    }

    private int best(List<Integer> ids, Probe probe) {
        Vector last = transformer.forward(ids, cache, probe);
        return transformer.unembedding().logits(last).indexOfLargest();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
