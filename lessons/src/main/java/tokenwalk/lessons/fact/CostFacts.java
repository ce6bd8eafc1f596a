package tokenwalk.lessons.fact;

import java.util.List;
import tokenwalk.lessons.fact.FactValue.Count;
import tokenwalk.runtime.transformer.KeyValueCache;
import tokenwalk.runtime.transformer.ModelShape;
import tokenwalk.runtime.transformer.StageWeights;
import tokenwalk.runtime.transformer.Transformer;

/** What one more token costs, as the screen Cost counts it: from the shapes, and from how the weights are stored. */
final class CostFacts {
    static final List<Fact> ALL = List.of(
            Fact.number(
                    "cache_bytes_per_token",
                    "bytes that one token's keys and values take in the cache",
                    (facts, _) -> new Count(KeyValueCache.bytesPerToken(facts.shape()))),
            Fact.number("cache_bytes", "bytes of the cache for the whole text", (facts, _) -> new Count(cache(facts))),
            Fact.number(
                    "weight_bytes_per_step",
                    "bytes of weights that one more token reads",
                    (facts, _) -> new Count(weights(facts.model().transformer()).bytes())),
            Fact.number(
                    "bytes_per_step",
                    "bytes that one more token reads in all: weights and cache",
                    (facts, _) -> new Count(weights(facts.model().transformer()).bytes() + cache(facts))),
            Fact.number(
                    "operations_per_step",
                    "multiplications and additions that one more token takes",
                    (facts, _) -> new Count(operations(facts))));

    private CostFacts() {}

    private static long cache(LiveFacts facts) {
        return facts.trace().length() * KeyValueCache.bytesPerToken(facts.shape());
    }

    private static StageWeights weights(Transformer transformer) {
        return transformer.embeddingWeights().plus(multiplied(transformer));
    }

    /** All but the embedding, whose row is only copied. */
    private static StageWeights multiplied(Transformer transformer) {
        return transformer
                .attentionWeights()
                .plus(transformer.mlpWeights())
                .plus(transformer.unembedding().weights());
    }

    /** Each weight is multiplied with one number and the product added; so is each key with the query, each value. */
    private static long operations(LiveFacts facts) {
        ModelShape shape = facts.shape();
        long reading = 4L * facts.trace().length() * shape.attention().queryWidth() * shape.layers();
        return 2 * multiplied(facts.model().transformer()).numbers() + reading;
    }
}
