package tokenwalk.runtime.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How a word became tokens: the single bytes it started from and every merge made, in order.
 *
 * @param start one token for each byte of the word that the vocabulary can spell
 * @param steps the merges, first to last
 */
public record WordMerges(List<Token> start, List<MergeStep> steps) {
    public WordMerges {
        start = List.copyOf(start);
        steps = List.copyOf(steps);
    }

    /** @return the word's tokens after the first so many merges: 0 gives the bytes, {@code steps().size()} the result */
    public List<Token> after(int count) {
        Objects.checkIndex(count, steps.size() + 1);
        List<Token> beginningAt = new ArrayList<>(start);
        for (MergeStep step : steps.subList(0, count)) {
            beginningAt.set(step.at(), step.merge().result());
        }
        List<Token> tokens = new ArrayList<>();
        for (int at = 0; at < start.size(); at += beginningAt.get(at).byteCount()) {
            tokens.add(beginningAt.get(at));
        }
        return List.copyOf(tokens);
    }
}
