package tokenwalk.lessons.practice;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tokenwalk.runtime.sampling.Distribution;

/** The steps of a softmax, by rank: what the lab's tables show, and what slips are worked out from. */
public final class Softmax {
    private final double[] scaled;
    private final double[] exponentials;

    private Softmax(double[] scaled) {
        this.scaled = scaled;
        this.exponentials = DoubleStream.of(scaled).map(Math::exp).toArray();
    }

    /** @return the steps at the distribution's temperature, before its filters */
    public static Softmax of(Distribution distribution) {
        return new Softmax(IntStream.range(0, distribution.size())
                .mapToDouble(distribution::scaled)
                .toArray());
    }

    /** @return the steps where the scores are first multiplied by a factor */
    Softmax times(double factor) {
        return new Softmax(DoubleStream.of(scaled).map(score -> score * factor).toArray());
    }

    public int size() {
        return scaled.length;
    }

    /** @return the logit, divided by the temperature */
    public double scaled(int rank) {
        return scaled[rank];
    }

    public double exponential(int rank) {
        return exponentials[rank];
    }

    /** @return the sum of the first so many exponentials */
    public double sum(int first) {
        return DoubleStream.of(exponentials).limit(first).sum();
    }

    /** @return the sum of all exponentials */
    public double sum() {
        return sum(size());
    }

    public double share(int rank) {
        return exponentials[rank] / sum();
    }

    /** @return the share of the words down to this one */
    public double upTo(int rank) {
        return sum(rank + 1) / sum();
    }
}
