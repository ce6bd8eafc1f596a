package tokenwalk.runtime.transformer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.kernel.Arithmetic;
import tokenwalk.runtime.weights.WeightSource;

/**
 * The GPT-2 family: learnt positions, layer norm before each part, GELU, biases, queries, keys and values in one matrix;
 * Radford et al. 2019, «Language Models are Unsupervised Multitask Learners».
 */
public final class Gpt2Family {
    private final ModelShape shape;
    private final double epsilon;
    private final Activation activation;
    private final WeightFormat format;
    private final WeightSource weights;

    /** @param epsilon of the norms */
    public Gpt2Family(
            ModelShape shape, double epsilon, Activation activation, WeightFormat format, WeightSource weights) {
        this.shape = shape;
        this.epsilon = epsilon;
        this.activation = activation;
        this.format = format;
        this.weights = weights;
    }

    /**
     * Builds the transformer over the weights, packed for the kernel; what Hugging Face stores the other way round is turned.
     *
     * @param progress told after each block: how many are there, and of how many
     * @throws tokenwalk.runtime.weights.ModelFileException if a tensor is missing or does not fit the others
     */
    public Transformer build(Arithmetic arithmetic, BiConsumer<Integer, Integer> progress) {
        WeightMatrix tokens = WeightMatrix.of(table(Gpt2Weight.EMBEDDING, shape.vocabulary()), arithmetic);
        StoredMatrix positions = table(Gpt2Weight.POSITIONS, shape.contextLength());
        List<Block> blocks = new ArrayList<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            blocks.add(block(layer, arithmetic));
            progress.accept(layer + 1, shape.layers());
        }
        boolean tied = !weights.hasTensor(Gpt2Weight.UNEMBEDDING.named(format, 0) + ".weight");
        WeightMatrix rows =
                tied ? tokens : WeightMatrix.of(table(Gpt2Weight.UNEMBEDDING, shape.vocabulary()), arithmetic);
        Unembedding unembedding = new Unembedding(norm(Gpt2Weight.FINAL_NORM, 0), rows, tied, arithmetic);
        return new Transformer(
                shape,
                new EmbeddingTable(tokens, arithmetic),
                new PositionTable(positions),
                blocks,
                unembedding,
                arithmetic);
    }

    /**
     * @return how many bytes {@link #build} will turn
     * @throws tokenwalk.runtime.weights.ModelFileException if a tensor is missing or does not fit the others
     */
    public long copiedBytes() {
        return switch (format) {
            case GGUF -> 0;
            case HUGGING_FACE -> {
                long bytes = 0;
                for (int layer = 0; layer < shape.layers(); layer++) {
                    bytes += turnedBytes(Gpt2Weight.QUERY_KEY_VALUE, layer, 3 * shape.width(), shape.width())
                            + turnedBytes(Gpt2Weight.OUTPUT, layer, shape.width(), shape.width())
                            + turnedBytes(Gpt2Weight.UP, layer, shape.innerWidth(), shape.width())
                            + turnedBytes(Gpt2Weight.DOWN, layer, shape.width(), shape.innerWidth());
                }
                yield bytes;
            }
        };
    }

    private long turnedBytes(Gpt2Weight weight, int layer, int out, int in) {
        return turned(weight, layer, out, in).byteSize();
    }

    private Block block(int layer, Arithmetic arithmetic) {
        int width = shape.width();
        return new Block(
                norm(Gpt2Weight.ATTENTION_NORM, layer),
                attention(layer, arithmetic),
                norm(Gpt2Weight.MLP_NORM, layer),
                new PlainMlp(
                        stored(Gpt2Weight.UP, layer, shape.innerWidth(), width).packed(arithmetic),
                        activation,
                        stored(Gpt2Weight.DOWN, layer, width, shape.innerWidth())
                                .packed(arithmetic)));
    }

    private SelfAttention attention(int layer, Arithmetic arithmetic) {
        int width = shape.width();
        Projection.Stored fused = stored(Gpt2Weight.QUERY_KEY_VALUE, layer, 3 * width, width);
        return new SelfAttention(
                shape.attention(),
                fused.part(0, width).packed(arithmetic),
                fused.part(width, width).packed(arithmetic),
                fused.part(2 * width, width).packed(arithmetic),
                stored(Gpt2Weight.OUTPUT, layer, width, width).packed(arithmetic),
                Rotary.NONE);
    }

    private LayerNorm norm(Gpt2Weight weight, int layer) {
        String name = weight.named(format, layer);
        return new LayerNorm(
                weights.vector(name + ".weight", shape.width()),
                weights.vector(name + ".bias", shape.width()),
                epsilon);
    }

    private Projection.Stored stored(Gpt2Weight weight, int layer, int out, int in) {
        String name = weight.named(format, layer);
        StoredMatrix matrix = switch (format) {
            case GGUF -> weights.matrix(name + ".weight", out, in);
            case HUGGING_FACE -> turned(weight, layer, out, in).transposed();
        };
        return new Projection.Stored(matrix, weights.vector(name + ".bias", out));
    }

    /** Hugging Face's «Conv1D» stores [in × out]. */
    private StoredMatrix turned(Gpt2Weight weight, int layer, int out, int in) {
        return weights.matrix(weight.named(format, layer) + ".weight", in, out);
    }

    private StoredMatrix table(Gpt2Weight weight, int rows) {
        return weights.matrix(weight.named(format, 0) + ".weight", rows, shape.width());
    }
}
