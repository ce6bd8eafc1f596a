package tokenwalk.runtime.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.transformer.KeyValueCache;
import tokenwalk.runtime.transformer.Probe;
import tokenwalk.runtime.transformer.Transformer;

/**
 * How fast a model reads and writes. Each round reads a prompt of fixed pseudo-random tokens into an empty cache, then
 * goes on greedily; end-of-text tokens do not stop it.
 */
final class Benchmark {
    /** Until the compiler has seen all loops. */
    private static final int WARM_UP_ROUNDS = 2;

    /**
     * Medians of all rounds after the warm-up.
     *
     * @param prefill tokens read per second, the last one's logits included
     * @param decode tokens written per second
     */
    record Speed(double prefill, double decode) {}

    private final Transformer transformer;
    private final List<Integer> prompt;
    private final int newTokens;

    Benchmark(LanguageModel model, int promptTokens, int newTokens) {
        this.transformer = model.transformer();
        this.prompt = ids(promptTokens, model.shape().vocabulary());
        this.newTokens = newTokens;
    }

    /** The ids that the side-by-side run gives to other programs too: far apart, and none of the special ones. */
    private static List<Integer> ids(int count, int vocabulary) {
        int ordinary = Math.max(1, vocabulary - 100);
        return IntStream.range(0, count)
                .mapToObj(i -> Math.min((int) ((i * 7919L + 13) % ordinary) + 50, vocabulary - 1))
                .toList();
    }

    Speed run(int rounds) {
        IntStream.range(0, WARM_UP_ROUNDS).forEach(_ -> round());
        List<Speed> speeds = IntStream.range(0, rounds).mapToObj(_ -> round()).toList();
        return new Speed(
                median(speeds.stream().mapToDouble(Speed::prefill)),
                median(speeds.stream().mapToDouble(Speed::decode)));
    }

    private Speed round() {
        KeyValueCache cache = transformer.newCache();
        long begin = System.nanoTime();
        int next = best(prompt, cache);
        long read = System.nanoTime();
        for (int i = 0; i < newTokens; i++) {
            next = best(List.of(next), cache);
        }
        long written = System.nanoTime();
        return new Speed(prompt.size() * 1e9 / (read - begin), newTokens * 1e9 / (written - read));
    }

    private int best(List<Integer> ids, KeyValueCache cache) {
        Vector last = transformer.forward(ids, cache, Probe.NONE);
        return transformer.unembedding().logits(last).indexOfLargest();
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
