package tokenwalk.runtime.sampling;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each token was drawn.
 *
 * @param counts by token id, only of tokens drawn at least once
 */
public record DrawTally(Map<Integer, Integer> counts) {
    public static final DrawTally EMPTY = new DrawTally(Map.of());

    public DrawTally {
        counts = Map.copyOf(counts);
        counts.forEach((token, count) -> {
            if (count < 1) {
                throw new IllegalArgumentException("Token " + token + " cannot be drawn " + count + " times.");
            }
        });
    }

    /** @return this tally with more draws counted in */
    public DrawTally with(Collection<Draw> draws) {
        Map<Integer, Integer> more = new HashMap<>(counts);
        draws.forEach(draw -> more.merge(draw.tokenId(), 1, Math::addExact));
        return new DrawTally(more);
    }

    /** @return how many draws there were in all */
    public long total() {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }

    public int count(int tokenId) {
        return counts.getOrDefault(tokenId, 0);
    }

    /** @return the drawn share of a token, 0…1; 0 before any draw */
    public double share(int tokenId) {
        long total = total();
        return total == 0 ? 0 : (double) count(tokenId) / total;
    }

    /** @return the tokens drawn, most often first; of equal counts the lower id first */
    public List<Integer> mostDrawn() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
