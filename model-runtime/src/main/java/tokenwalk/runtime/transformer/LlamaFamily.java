package tokenwalk.runtime.transformer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.kernel.Arithmetic;
import tokenwalk.runtime.weights.WeightSource;

/**
 * The Llama family: rotary positions, RMS norm, gated SiLU, shared key/value heads; Touvron et al. 2023. Qwen2 is of it, with
 * biases on q, k and v (Yang et al. 2024): a bias is added wherever the file has one.
 */
public final class LlamaFamily {
    private final ModelShape shape;
    private final double epsilon;
    private final Rotary rotary;
    private final boolean interleaved;
    private final WeightFormat format;
    private final WeightSource weights;

    /**
     * @param epsilon of the norms
     * @param interleaved whether the rows of q and k are stored for rotary pairs (2i, 2i + 1), as GGUF does for Llama
     */
    public LlamaFamily(
            ModelShape shape,
            double epsilon,
            Rotary rotary,
            boolean interleaved,
            WeightFormat format,
            WeightSource weights) {
        this.shape = shape;
        this.epsilon = epsilon;
        this.rotary = rotary;
        this.interleaved = interleaved;
        this.format = format;
        this.weights = weights;
    }

    /**
     * Builds the transformer over the weights where they lie.
     *
     * @param progress told after each block: how many are there, and of how many
     * @throws tokenwalk.runtime.weights.ModelFileException if a tensor is missing or does not fit the others
     */
    public Transformer build(Arithmetic arithmetic, BiConsumer<Integer, Integer> progress) {
        StoredMatrix embedding = matrix(LlamaWeight.EMBEDDING, 0, shape.vocabulary(), shape.width());
        List<Block> blocks = new ArrayList<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            blocks.add(block(layer));
            progress.accept(layer + 1, shape.layers());
        }
        boolean tied = !weights.hasTensor(LlamaWeight.UNEMBEDDING.named(format, 0) + ".weight");
        StoredMatrix rows = tied ? embedding : matrix(LlamaWeight.UNEMBEDDING, 0, shape.vocabulary(), shape.width());
        Unembedding unembedding = new Unembedding(norm(LlamaWeight.FINAL_NORM, 0), rows, tied, arithmetic);
        return new Transformer(
                shape, new EmbeddingTable(embedding, arithmetic), rotary, blocks, unembedding, arithmetic);
    }

    private Block block(int layer) {
        int width = shape.width();
        int inner = shape.innerWidth();
        AttentionShape attention = shape.attention();
        return new Block(
                norm(LlamaWeight.ATTENTION_NORM, layer),
                new SelfAttention(
                        attention,
                        halves(projection(LlamaWeight.QUERY, layer, attention.queryWidth(), width)),
                        halves(projection(LlamaWeight.KEY, layer, attention.keyValueWidth(), width)),
                        projection(LlamaWeight.VALUE, layer, attention.keyValueWidth(), width),
                        projection(LlamaWeight.OUTPUT, layer, width, attention.queryWidth()),
                        rotary),
                norm(LlamaWeight.MLP_NORM, layer),
                new GatedMlp(
                        projection(LlamaWeight.GATE, layer, inner, width),
                        projection(LlamaWeight.UP, layer, inner, width),
                        projection(LlamaWeight.DOWN, layer, width, inner)));
    }

    private RmsNorm norm(LlamaWeight weight, int layer) {
        return new RmsNorm(weights.vector(weight.named(format, layer) + ".weight", shape.width()), epsilon);
    }

    private Projection projection(LlamaWeight weight, int layer, int out, int in) {
        String bias = weight.named(format, layer) + ".bias";
        StoredMatrix matrix = matrix(weight, layer, out, in);
        return weights.hasTensor(bias) ? new Projection(matrix, weights.vector(bias, out)) : Projection.of(matrix);
    }

    private StoredMatrix matrix(LlamaWeight weight, int layer, int rows, int columns) {
        return weights.matrix(weight.named(format, layer) + ".weight", rows, columns);
    }

    /** Everything here, and in the reference, speaks of the halves (i, i + D/2) of a query or key. */
    private Projection halves(Projection stored) {
        if (!interleaved) {
            return stored;
        }
        float[] bias = new float[stored.bias().length];
        for (int row = 0; row < bias.length; row++) {
            bias[row] = stored.bias()[interleavedRow(row)];
        }
        return new Projection(stored.weights().reordered(this::interleavedRow), bias);
    }

    private int interleavedRow(int row) {
        int width = shape.attention().headWidth();
        int half = width / 2;
        int within = row % width;
        return row - within + (within < half ? 2 * within : 2 * (within - half) + 1);
    }
}
