package tokenwalk.app.cost.model;

import java.util.List;
import tokenwalk.runtime.token.Token;

/**
 * What was measured with the key/value cache and without.
 *
 * @param steps one a new token, so far
 * @param planned how many there will be
 */
public record CacheRun(List<Step> steps, int planned) {
    public static final CacheRun NONE = new CacheRun(List.of(), 0);

    /**
     * One new token.
     *
     * @param length how long the text was, in tokens
     * @param withCache milliseconds
     * @param withoutCache milliseconds
     * @param token the one found with the cache
     * @param other the one found without
     */
    public record Step(int length, double withCache, double withoutCache, Token token, Token other) {}

    public CacheRun {
        steps = List.copyOf(steps);
    }

    /** @return for how many of the tokens both ways found the same */
    public long same() {
        return steps.stream()
                .filter(step -> step.token().id() == step.other().id())
                .count();
    }
}
