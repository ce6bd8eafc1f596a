package tokenwalk.runtime.transformer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
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
     * Builds the transformer; the weights are packed for the kernel.
     *
     * @param progress told after each block: how many are there, and of how many
     * @throws tokenwalk.runtime.weights.ModelFileException if a tensor is missing or does not fit the others
     */
    public Transformer build(Arithmetic arithmetic, BiConsumer<Integer, Integer> progress) {
        StoredMatrix tokens = table(Gpt2Weight.EMBEDDING, shape.vocabulary());
        StoredMatrix positions = table(Gpt2Weight.POSITIONS, shape.contextLength());
        List<Block> blocks = new ArrayList<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            blocks.add(block(layer, arithmetic));
            progress.accept(layer + 1, shape.layers());
        }
        boolean tied = !weights.hasTensor(Gpt2Weight.UNEMBEDDING.named(format, 0) + ".weight");
        StoredMatrix stored = tied ? tokens : table(Gpt2Weight.UNEMBEDDING, shape.vocabulary());
        Weights rows = Weights.packed(stored, arithmetic);
        Unembedding unembedding = new Unembedding(norm(Gpt2Weight.FINAL_NORM, 0), rows, tied, arithmetic);
        return new Transformer(
                shape,
                new EmbeddingTable(tokens, arithmetic),
                new PositionTable(positions),
                blocks,
                unembedding,
                arithmetic);
    }

    private Block block(int layer, Arithmetic arithmetic) {
        int width = shape.width();
        return new Block(
                norm(Gpt2Weight.ATTENTION_NORM, layer),
                attention(layer, arithmetic),
                norm(Gpt2Weight.MLP_NORM, layer),
                new PlainMlp(
                        projection(Gpt2Weight.UP, layer, shape.innerWidth(), width, arithmetic),
                        activation,
                        projection(Gpt2Weight.DOWN, layer, width, shape.innerWidth(), arithmetic)));
    }

    private SelfAttention attention(int layer, Arithmetic arithmetic) {
        int width = shape.width();
        StoredMatrix all = matrix(Gpt2Weight.QUERY_KEY_VALUE, layer, 3 * width, width);
        float[] bias = bias(Gpt2Weight.QUERY_KEY_VALUE, layer, 3 * width);
        List<Projection> parts = IntStream.range(0, 3)
                .mapToObj(part -> new Projection(
                        Weights.packed(all.rows(part * width, width), arithmetic),
                        Arrays.copyOfRange(bias, part * width, (part + 1) * width)))
                .toList();
        return new SelfAttention(
                shape.attention(),
                parts.get(0),
                parts.get(1),
                parts.get(2),
                projection(Gpt2Weight.OUTPUT, layer, width, width, arithmetic),
                Rotary.NONE);
    }

    private LayerNorm norm(Gpt2Weight weight, int layer) {
        String name = weight.named(format, layer);
        return new LayerNorm(
                weights.vector(name + ".weight", shape.width()),
                weights.vector(name + ".bias", shape.width()),
                epsilon);
    }

    private Projection projection(Gpt2Weight weight, int layer, int out, int in, Arithmetic arithmetic) {
        return new Projection(Weights.packed(matrix(weight, layer, out, in), arithmetic), bias(weight, layer, out));
    }

    private float[] bias(Gpt2Weight weight, int layer, int out) {
        return weights.vector(weight.named(format, layer) + ".bias", out);
    }

    /** Hugging Face's «Conv1D» stores [in × out]. */
    private StoredMatrix matrix(Gpt2Weight weight, int layer, int out, int in) {
        String name = weight.named(format, layer) + ".weight";
        return switch (format) {
            case GGUF -> weights.matrix(name, out, in);
            case HUGGING_FACE -> weights.matrix(name, in, out).transposed();
        };
    }

    private StoredMatrix table(Gpt2Weight weight, int rows) {
        return weights.matrix(weight.named(format, 0) + ".weight", rows, shape.width());
    }
}
