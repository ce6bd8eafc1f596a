package tokenwalk.lessons.print;

import tokenwalk.lessons.fact.LiveFacts;
import tokenwalk.lessons.prose.Prose;

/** Prose whose facts were computed, all of them: on paper nothing can be looked up later. */
final class Computed {
    private Computed() {}

    /** @throws tokenwalk.lessons.fact.FactException if a fact has no value for this model and text */
    static Prose of(Prose prose, LiveFacts facts) {
        prose.expressions().forEach(facts::value);
        return prose.with(facts);
    }
}
