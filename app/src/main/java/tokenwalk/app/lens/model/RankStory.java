package tokenwalk.app.lens.model;

import java.util.List;

/** What a token's ranks along the levels come to, in a sentence. */
public final class RankStory {
    private static final int MANY = 1000;

    private RankStory() {}

    /**
     * @param ranks one a level, level 0 first; 1 is the best
     * @return where it becomes number 1, or how near it comes; then where it was far away
     */
    public static String of(List<Integer> ranks) {
        int last = ranks.size() - 1;
        int near = first(ranks, MANY);
        return best(ranks, last)
                + (near > last || near == 0
                        ? "."
                        : "; below level " + near + " not even among the first %,d.".formatted(MANY));
    }

    private static String best(List<Integer> ranks, int last) {
        int best = ranks.stream().mapToInt(Integer::intValue).min().orElseThrow();
        if (best > 1) {
            return "Never number 1: comes nearest at level %d, as number %,d".formatted(ranks.indexOf(best), best);
        }
        int from = last;
        while (from >= 0 && ranks.get(from) == 1) {
            from--;
        }
        if (from == last) {
            return "Number 1 at level %d, but not at the end".formatted(ranks.lastIndexOf(1));
        }
        if (from < 0) {
            return "Number 1 at every level";
        }
        return from + 1 == last ? "Number 1 only at the last level" : "Number 1 from level " + (from + 1) + " on";
    }

    /** @return the first level at which the rank is so good; one past the last if there is none */
    private static int first(List<Integer> ranks, int atMost) {
        int level = 0;
        while (level < ranks.size() && ranks.get(level) > atMost) {
            level++;
        }
        return level;
    }
}
