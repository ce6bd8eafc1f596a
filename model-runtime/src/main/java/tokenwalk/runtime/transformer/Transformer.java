package tokenwalk.runtime.transformer;

import java.util.List;
import java.util.concurrent.CancellationException;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.tensor.kernel.Arithmetic;
import tokenwalk.runtime.tensor.kernel.AttentionKernel;

/**
 * A decoder-only transformer: embedding, blocks, final norm, unembedding. Holds weights only, so threads may share it; what
 * it has read lies in the {@link KeyValueCache} given to {@link #forward}.
 */
public final class Transformer {
    /** Longer texts go through in pieces of so many tokens, which bounds the memory. */
    private static final int CHUNK = 256;

    private final ModelShape shape;
    private final EmbeddingTable embedding;
    private final Positions positions;
    private final List<Block> blocks;
    private final Unembedding unembedding;
    private final Arithmetic arithmetic;

    Transformer(
            ModelShape shape,
            EmbeddingTable embedding,
            Positions positions,
            List<Block> blocks,
            Unembedding unembedding,
            Arithmetic arithmetic) {
        this.shape = shape;
        this.embedding = embedding;
        this.positions = positions;
        this.blocks = List.copyOf(blocks);
        this.unembedding = unembedding;
        this.arithmetic = arithmetic;
    }

    public ModelShape shape() {
        return shape;
    }

    /** @return the rows that tokens pick on their way in */
    public EmbeddingTable embedding() {
        return embedding;
    }

    /** @return how the model tells where a token stands */
    public Positions positions() {
        return positions;
    }

    /** @return how queries and keys are turned; not at all where positions are learnt rows */
    public Rotary rotary() {
        return switch (positions) {
            case Rotary rotary -> rotary;
            case PositionTable _ -> Rotary.NONE;
        };
    }

    /** @return what all its norms compute */
    public NormKind normKind() {
        return unembedding.normKind();
    }

    /** @return what all its MLPs compute */
    public MlpForm mlpForm() {
        return blocks.getFirst().mlp().form();
    }

    public Unembedding unembedding() {
        return unembedding;
    }

    /**
     * @return the column of the MLP's projection down that belongs to a neuron, [width]: what the neuron adds to the
     *     residual stream for each unit of its activation
     */
    public Vector neuronColumn(int layer, int neuron) {
        return blocks.get(layer).mlp().down().weights().stored().column(neuron);
    }

    /** @return the one row of the embedding that a token reads, and that of its place where positions are learnt */
    public StageWeights embeddingWeights() {
        return switch (positions) {
            case Rotary _ -> embedding.oneRow();
            case PositionTable table -> embedding.oneRow().plus(table.oneRow());
        };
    }

    /** @return what attention reads in all blocks, its norms included */
    public StageWeights attentionWeights() {
        return blocks.stream().map(Block::attentionWeights).reduce(StageWeights.NONE, StageWeights::plus);
    }

    /** @return what the MLPs of all blocks read, their norms included */
    public StageWeights mlpWeights() {
        return blocks.stream().map(Block::mlpWeights).reduce(StageWeights.NONE, StageWeights::plus);
    }

    public KeyValueCache newCache() {
        return new KeyValueCache(shape, AttentionKernel.of(arithmetic.kernel()));
    }

    /**
     * Reads further tokens after those in the cache.
     *
     * @param ids token ids, at least one
     * @return the residual vector of the last token at the last level, before the final norm
     * @throws IllegalArgumentException if an id is outside the vocabulary or the context is too short for the text
     * @throws CancellationException if the thread is interrupted; the cache is then as after the last whole piece
     */
    public Vector forward(List<Integer> ids, KeyValueCache cache, Probe probe) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("There is no token to read.");
        }
        cache.reserve(ids.size());
        float[] residual = new float[0];
        for (int from = 0; from < ids.size(); from += CHUNK) {
            residual = forwardPiece(ids.subList(from, Math.min(ids.size(), from + CHUNK)), cache, probe);
        }
        float[] last = new float[shape.width()];
        System.arraycopy(residual, residual.length - last.length, last, 0, last.length);
        return Vector.of(last);
    }

    private float[] forwardPiece(List<Integer> ids, KeyValueCache cache, Probe probe) {
        Pass pass = new Pass(embed(ids, cache.length()), cache.length(), ids.size(), cache, probe, arithmetic);
        pass.visitResidual(0);
        for (int layer = 0; layer < blocks.size(); layer++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            blocks.get(layer).apply(layer, pass);
            pass.visitResidual(layer + 1);
        }
        pass.visitLasting(Site.FINAL, shape.layers(), unembedding.norm(pass.residual(), pass.count()));
        cache.advance(ids.size());
        return pass.residual();
    }

    private float[] embed(List<Integer> ids, int firstPosition) {
        float[] rows = new float[ids.size() * shape.width()];
        arithmetic.workers().share(ids.size(), 1, (from, to) -> {
            for (int i = from; i < to; i++) {
                embedding.copyRow(ids.get(i), rows, i * shape.width());
                if (positions instanceof PositionTable table) {
                    table.addRow(firstPosition + i, rows, i * shape.width());
                }
            }
        });
        return rows;
    }
}
