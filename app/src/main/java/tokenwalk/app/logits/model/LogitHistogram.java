package tokenwalk.app.logits.model;

import java.util.List;
import java.util.stream.IntStream;
import tokenwalk.runtime.sampling.RankedLogits;

/**
 * How many tokens have a logit in each of many equal stretches.
 *
 * @param start where the first stretch begins, a whole number of widths from 0
 * @param width of a stretch
 * @param counts tokens in each stretch; together all that have a finite logit
 */
public record LogitHistogram(double start, double width, List<Integer> counts) {
    private static final int ABOUT = 60;

    public LogitHistogram {
        counts = List.copyOf(counts);
        if (counts.isEmpty() || !(width > 0)) {
            throw new IllegalArgumentException("a histogram has stretches");
        }
    }

    public static LogitHistogram of(RankedLogits logits) {
        int finite = logits.size();
        while (logits.logit(finite - 1) == Float.NEGATIVE_INFINITY) {
            finite--;
        }
        double least = logits.logit(finite - 1);
        double most = logits.logit(0);
        double width = roundWidth(Math.max((most - least) / ABOUT, 1e-3));
        double start = Math.floor(least / width) * width;
        int[] counts = new int[(int) Math.floor((most - start) / width) + 1];
        for (int rank = 0; rank < finite; rank++) {
            counts[(int) Math.clamp((long) Math.floor((logits.logit(rank) - start) / width), 0, counts.length - 1)]++;
        }
        return new LogitHistogram(start, width, IntStream.of(counts).boxed().toList());
    }

    /** @return 1, 2 or 5 times a power of ten: the one nearest below */
    private static double roundWidth(double width) {
        double power = Math.pow(10, Math.floor(Math.log10(width)));
        double leading = width / power;
        return power * (leading >= 5 ? 5 : leading >= 2 ? 2 : 1);
    }

    public double from(int stretch) {
        return start + stretch * width;
    }

    /** @return where the last stretch ends */
    public double end() {
        return from(counts.size());
    }

    public int largestCount() {
        return counts.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    /** @return the stretch that holds a logit, the nearest one for a logit outside */
    public int stretchOf(double logit) {
        return Math.clamp((long) Math.floor((logit - start) / width), 0, counts.size() - 1);
    }
}
