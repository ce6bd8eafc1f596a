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
     * Builds the transformer over the weights, packed for the kernel.
     *
     * @param progress told after each block: how many are there, and of how many
     * @throws tokenwalk.runtime.weights.ModelFileException if a tensor is missing or does not fit the others
     */
    public Transformer build(Arithmetic arithmetic, BiConsumer<Integer, Integer> progress) {
        WeightMatrix embedding =
                WeightMatrix.of(matrix(LlamaWeight.EMBEDDING, 0, shape.vocabulary(), shape.width()), arithmetic);
        List<Block> blocks = new ArrayList<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            blocks.add(block(layer, arithmetic));
            progress.accept(layer + 1, shape.layers());
        }
        boolean tied = !weights.hasTensor(LlamaWeight.UNEMBEDDING.named(format, 0) + ".weight");
        WeightMatrix rows = tied
                ? embedding
                : WeightMatrix.of(matrix(LlamaWeight.UNEMBEDDING, 0, shape.vocabulary(), shape.width()), arithmetic);
        Unembedding unembedding = new Unembedding(norm(LlamaWeight.FINAL_NORM, 0), rows, tied, arithmetic);
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
                        halves(stored(LlamaWeight.QUERY, layer, attention.queryWidth(), width))
                                .packed(arithmetic),
                        halves(stored(LlamaWeight.KEY, layer, attention.keyValueWidth(), width))
                                .packed(arithmetic),
                        stored(LlamaWeight.VALUE, layer, attention.keyValueWidth(), width)
                                .packed(arithmetic),
                        stored(LlamaWeight.OUTPUT, layer, width, attention.queryWidth())
                                .packed(arithmetic),
                        rotary),
                norm(LlamaWeight.MLP_NORM, layer),
                new GatedMlp(
                        stored(LlamaWeight.GATE, layer, inner, width).packed(arithmetic),
                        stored(LlamaWeight.UP, layer, inner, width).packed(arithmetic),
                        stored(LlamaWeight.DOWN, layer, width, inner).packed(arithmetic)));
    }

    private RmsNorm norm(LlamaWeight weight, int layer) {
        return new RmsNorm(weights.vector(weight.named(format, layer) + ".weight", shape.width()), epsilon);
    }

    private Projection.Stored stored(LlamaWeight weight, int layer, int out, int in) {
        String bias = weight.named(format, layer) + ".bias";
        StoredMatrix matrix = matrix(weight, layer, out, in);
        return weights.hasTensor(bias)
                ? new Projection.Stored(matrix, weights.vector(bias, out))
                : Projection.Stored.of(matrix);
    }

    private StoredMatrix matrix(LlamaWeight weight, int layer, int rows, int columns) {
        return weights.matrix(weight.named(format, layer) + ".weight", rows, columns);
    }

    /** Everything here, and in the reference, speaks of the halves (i, i + D/2) of a query or key. */
    private Projection.Stored halves(Projection.Stored stored) {
        return interleaved ? stored.reordered(this::interleavedRow) : stored;
    }

    private int interleavedRow(int row) {
        int width = shape.attention().headWidth();
        int half = width / 2;
        int within = row % width;
        return row - within + (within < half ? 2 * within : 2 * (within - half) + 1);
    }
}
