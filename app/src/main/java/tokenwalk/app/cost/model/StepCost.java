package tokenwalk.app.cost.model;

import java.util.List;
import tokenwalk.runtime.transformer.KeyValueCache;
import tokenwalk.runtime.transformer.ModelShape;
import tokenwalk.runtime.transformer.StageWeights;
import tokenwalk.runtime.transformer.Transformer;

/**
 * What it costs to take one token through the model, counted from the shapes and from how the weights are stored.
 *
 * @param seen how many tokens attention looks at, the new one included
 * @param stages in the order of the pass
 */
public record StepCost(int seen, List<Stage> stages) {
    /** What is told apart: what the clock can tell apart. */
    public enum Part {
        EMBEDDING,
        ATTENTION,
        MLP,
        UNEMBEDDING
    }

    /**
     * One part of the pass, over all blocks.
     *
     * @param weights what it reads of the model
     * @param cacheBytes what it reads of the key/value cache
     * @param operations multiplications and additions
     */
    public record Stage(Part part, StageWeights weights, long cacheBytes, long operations) {
        public long bytes() {
            return weights.bytes() + cacheBytes;
        }
    }

    public StepCost {
        stages = List.copyOf(stages);
    }

    /** Each weight is multiplied with one number and the product added; so is each key with the query, each value. */
    public static StepCost of(Transformer transformer, int seen) {
        ModelShape shape = transformer.shape();
        StageWeights attention = transformer.attentionWeights();
        long reading = 4L * seen * shape.attention().queryWidth() * shape.layers();
        return new StepCost(
                seen,
                List.of(
                        new Stage(Part.EMBEDDING, transformer.embeddingWeights(), 0, 0),
                        new Stage(
                                Part.ATTENTION,
                                attention,
                                seen * KeyValueCache.bytesPerToken(shape),
                                2 * attention.numbers() + reading),
                        weightsOnly(Part.MLP, transformer.mlpWeights()),
                        weightsOnly(Part.UNEMBEDDING, transformer.unembedding().weights())));
    }

    private static Stage weightsOnly(Part part, StageWeights weights) {
        return new Stage(part, weights, 0, 2 * weights.numbers());
    }

    public Stage stage(Part part) {
        return stages.get(part.ordinal());
    }

    public long bytes() {
        return stages.stream().mapToLong(Stage::bytes).sum();
    }

    public long operations() {
        return stages.stream().mapToLong(Stage::operations).sum();
    }

    /** @return a part's share of all bytes read, 0…1 */
    public double share(Part part) {
        return (double) stage(part).bytes() / bytes();
    }
}
