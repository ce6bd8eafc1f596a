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
     * Builds the transformer; the weights are packed for the kernel.
     *
     * @param progress told after each block: how many are there, and of how many
     * @throws tokenwalk.runtime.weights.ModelFileException if a tensor is missing or does not fit the others
     */
    public Transformer build(Arithmetic arithmetic, BiConsumer<Integer, Integer> progress) {
        StoredMatrix embedding = matrix(LlamaWeight.EMBEDDING, 0, shape.vocabulary(), shape.width());
        boolean tied = !weights.hasTensor(LlamaWeight.UNEMBEDDING.named(format, 0) + ".weight");
        StoredMatrix stored = tied ? embedding : matrix(LlamaWeight.UNEMBEDDING, 0, shape.vocabulary(), shape.width());
        Weights rows = Weights.packed(stored, arithmetic);
        Unembedding unembedding = new Unembedding(norm(LlamaWeight.FINAL_NORM, 0), rows, tied, arithmetic);
        List<Block> blocks = new ArrayList<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            blocks.add(block(layer, arithmetic));
            progress.accept(layer + 1, shape.layers());
        }
        return new Transformer(
                shape, new EmbeddingTable(embedding, arithmetic), rotary, blocks, unembedding, arithmetic);
    }

    private Block block(int layer, Arithmetic arithmetic) {
        int width = shape.width();
        int inner = shape.innerWidth();
        AttentionShape attention = shape.attention();
        return new Block(
                norm(LlamaWeight.ATTENTION_NORM, layer),
                new SelfAttention(
                        attention,
                        turned(LlamaWeight.QUERY, layer, attention.queryWidth(), width, arithmetic),
                        turned(LlamaWeight.KEY, layer, attention.keyValueWidth(), width, arithmetic),
                        projection(LlamaWeight.VALUE, layer, attention.keyValueWidth(), width, arithmetic),
                        projection(LlamaWeight.OUTPUT, layer, width, attention.queryWidth(), arithmetic),
                        rotary),
                norm(LlamaWeight.MLP_NORM, layer),
                new GatedMlp(
                        projection(LlamaWeight.GATE, layer, inner, width, arithmetic),
                        projection(LlamaWeight.UP, layer, inner, width, arithmetic),
                        projection(LlamaWeight.DOWN, layer, width, inner, arithmetic)));
    }

    private RmsNorm norm(LlamaWeight weight, int layer) {
        return new RmsNorm(weights.vector(weight.named(format, layer) + ".weight", shape.width()), epsilon);
    }

    private Projection projection(LlamaWeight weight, int layer, int out, int in, Arithmetic arithmetic) {
        return new Projection(Weights.packed(matrix(weight, layer, out, in), arithmetic), bias(weight, layer, out));
    }

    /** @return empty where the file has none */
    private float[] bias(LlamaWeight weight, int layer, int out) {
        String name = weight.named(format, layer) + ".bias";
        return weights.hasTensor(name) ? weights.vector(name, out) : new float[0];
    }

    private StoredMatrix matrix(LlamaWeight weight, int layer, int rows, int columns) {
        return weights.matrix(weight.named(format, layer) + ".weight", rows, columns);
    }

    /** Queries and keys: everything here, and in the reference, speaks of their halves (i, i + D/2). */
    private Projection turned(LlamaWeight weight, int layer, int out, int in, Arithmetic arithmetic) {
        if (!interleaved) {
            return projection(weight, layer, out, in, arithmetic);
        }
        float[] stored = bias(weight, layer, out);
        float[] bias = new float[stored.length];
        for (int row = 0; row < bias.length; row++) {
            bias[row] = stored[interleavedRow(row)];
        }
        StoredMatrix rows = matrix(weight, layer, out, in).reordered(this::interleavedRow);
        return new Projection(Weights.packed(rows, arithmetic), bias);
    }

    private int interleavedRow(int row) {
        int width = shape.attention().headWidth();
        int half = width / 2;
        int within = row % width;
        return row - within + (within < half ? 2 * within : 2 * (within - half) + 1);
    }
}
