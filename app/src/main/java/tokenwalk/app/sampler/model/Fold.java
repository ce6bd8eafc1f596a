package tokenwalk.app.sampler.model;

import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.SamplingPolicy;

/**
 * Tokens that share a fate and are too many to list: one line until it is unfolded.
 *
 * @param from the first rank of them
 * @param to the rank after the last
 * @param softmax 0…1, the probability they have together before the filters
 * @param words what they are
 */
public record Fold(Fate fate, int from, int to, double softmax, String words) {
    /** What becomes of them, in the order of the ranking. */
    public enum Fate {
        KEPT,
        CUT_BY_TOP_P,
        CUT_BY_TOP_K
    }

    static Fold of(Fate fate, int from, int to, Distribution distribution) {
        return new Fold(fate, from, to, mass(distribution, from, to), words(fate, to - from, distribution.policy()));
    }

    /** Summed from the small end, so that a tiny probability is not lost beside a large one. */
    static double mass(Distribution distribution, int from, int to) {
        double mass = 0;
        for (int rank = to - 1; rank >= from; rank--) {
            mass += distribution.softmax(rank);
        }
        return mass;
    }

    private static String words(Fate fate, int count, SamplingPolicy policy) {
        boolean topK = policy.topK() > 0;
        String what = switch (fate) {
            case KEPT -> policy.topP() < 1 ? "more in the nucleus" : topK ? "more inside top-k" : "more tokens";
            case CUT_BY_TOP_P -> topK ? "more inside top-k, cut by top-p" : "cut by top-p";
            case CUT_BY_TOP_K -> "cut by top-k";
        };
        return String.format("%,d %s", count, what);
    }

    public int count() {
        return to - from;
    }
}
