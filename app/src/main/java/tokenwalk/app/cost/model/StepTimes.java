package tokenwalk.app.cost.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.transformer.KeyValueCache;
import tokenwalk.runtime.transformer.PassClock;
import tokenwalk.runtime.transformer.Probe;
import tokenwalk.runtime.transformer.Transformer;

/**
 * How long one step took on this computer, in milliseconds: medians of a few real steps.
 *
 * @param attention of all blocks together
 * @param mlp of all blocks together
 * @param unembedding with the final norm
 * @param readPerToken for each token before it, which were read together; NaN if there was none
 * @param steps how many steps the medians are of
 */
public record StepTimes(
        double embedding, double attention, double mlp, double unembedding, double readPerToken, int steps) {
    private static final int STEPS = 7;

    /** One step's parts. */
    private record Lap(double embedding, double attention, double mlp, double unembedding) {}

    /** Reads a text but for its last token, then takes that token through the model a few times. On the worker. */
    static StepTimes measure(Transformer transformer, List<Token> tokens) {
        List<Integer> ids = tokens.stream().map(Token::id).toList();
        int before = ids.size() - 1;
        KeyValueCache cache = transformer.newCache();
        double readPerToken = Double.NaN;
        if (before > 0) {
            long begin = System.nanoTime();
            transformer.forward(ids.subList(0, before), cache, Probe.NONE);
            readPerToken = (System.nanoTime() - begin) / 1e6 / before;
        }
        List<Lap> laps = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            cache.truncate(before);
            laps.add(lap(transformer, ids.subList(before, ids.size()), cache));
        }
        return new StepTimes(
                median(laps, Lap::embedding),
                median(laps, Lap::attention),
                median(laps, Lap::mlp),
                median(laps, Lap::unembedding),
                readPerToken,
                STEPS);
    }

    private static Lap lap(Transformer transformer, List<Integer> id, KeyValueCache cache) {
        int layers = transformer.shape().layers();
        PassClock clock = new PassClock(transformer.shape(), Probe.NONE);
        Vector last = transformer.forward(id, cache, clock);
        long begin = System.nanoTime();
        transformer.unembedding().logits(last);
        double unembedding = (System.nanoTime() - begin) / 1e6;
        return new Lap(
                clock.embedding(),
                IntStream.range(0, layers).mapToDouble(clock::attention).sum(),
                IntStream.range(0, layers).mapToDouble(clock::mlp).sum(),
                unembedding);
    }

    private static double median(List<Lap> laps, ToDoubleFunction<Lap> part) {
        return laps.stream()
                .mapToDouble(part)
                .sorted()
                .skip(laps.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    public double of(StepCost.Part part) {
        return switch (part) {
            case EMBEDDING -> embedding;
            case ATTENTION -> attention;
            case MLP -> mlp;
            case UNEMBEDDING -> unembedding;
        };
    }

    /** @return the whole step */
    public double total() {
        return embedding + attention + mlp + unembedding;
    }
}
