package tokenwalk.runtime.transformer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.kernel.Arithmetic;
import tokenwalk.runtime.weights.GgufFile;
import tokenwalk.runtime.weights.ModelFileException;

/** The Llama family in a GGUF file: a list of the names of its values and tensors. */
public final class LlamaGguf {
    public static final String ARCHITECTURE = "llama";

    private LlamaGguf() {}

    /**
     * Builds the transformer over the mapped weights.
     *
     * @param progress told after each block: how many are there, and of how many
     * @throws ModelFileException if a value or tensor is missing or does not fit the others
     */
    public static Transformer read(GgufFile file, Arithmetic arithmetic, BiConsumer<Integer, Integer> progress) {
        ModelShape shape = shape(file);
        AttentionShape attention = shape.attention();
        double epsilon = file.number("llama.attention.layer_norm_rms_epsilon")
                .orElseThrow(() -> new ModelFileException(file.path() + " lacks the epsilon of its norms."));
        Rotary rotary = rotary(file, attention);
        StoredMatrix embedding = file.matrix("token_embd.weight", shape.vocabulary(), shape.width());
        List<Block> blocks = new ArrayList<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            blocks.add(block(file, "blk." + layer + ".", shape, epsilon, rotary));
            progress.accept(layer + 1, shape.layers());
        }
        boolean tied = !file.hasTensor("output.weight");
        StoredMatrix rows = tied ? embedding : file.matrix("output.weight", shape.vocabulary(), shape.width());
        RmsNorm finalNorm = new RmsNorm(file.vector("output_norm.weight", shape.width()), epsilon);
        return new Transformer(
                shape, embedding, blocks, new Unembedding(finalNorm, rows, tied, arithmetic), rotary, arithmetic);
    }

    private static ModelShape shape(GgufFile file) {
        int width = file.required("llama.embedding_length", 1, 1 << 20);
        int heads = file.required("llama.attention.head_count", 1, 1 << 12);
        int keyValueHeads =
                file.integer("llama.attention.head_count_kv", 1, heads).orElse(heads);
        int headWidth = file.integer("llama.attention.key_length", 2, 1 << 12).orElse(width / heads);
        if (heads % keyValueHeads != 0) {
            throw new ModelFileException(
                    "%s is damaged: %d heads cannot share %d key/value heads. Copy or download it again."
                            .formatted(file.path(), heads, keyValueHeads));
        }
        return new ModelShape(
                file.required("llama.block_count", 1, 1 << 12),
                width,
                new AttentionShape(heads, keyValueHeads, headWidth),
                file.required("llama.feed_forward_length", 1, 1 << 20),
                file.texts("tokenizer.ggml.tokens").size(),
                file.required("llama.context_length", 1, 1 << 24));
    }

    private static Rotary rotary(GgufFile file, AttentionShape attention) {
        int turned = file.integer("llama.rope.dimension_count", 2, 1 << 12).orElse(attention.headWidth());
        if (turned != attention.headWidth() || attention.headWidth() % 2 != 0) {
            throw new ModelFileException("%s turns %d of the %d numbers of a head, which is not supported. %s"
                    .formatted(file.path(), turned, attention.headWidth(), "Choose another model."));
        }
        if (file.text("llama.rope.scaling.type")
                        .filter(type -> !type.equals("none"))
                        .isPresent()
                || file.hasTensor("rope_freqs.weight")) {
            throw new ModelFileException(
                    file.path() + " scales its rotary positions, which is not supported yet. Choose another model.");
        }
        return new Rotary(
                attention.headWidth(), file.number("llama.rope.freq_base").orElse(10_000.0));
    }

    private static Block block(GgufFile file, String name, ModelShape shape, double epsilon, Rotary rotary) {
        int width = shape.width();
        int inner = shape.innerWidth();
        AttentionShape attention = shape.attention();
        int keyValueWidth = attention.keyValueWidth();
        return new Block(
                new RmsNorm(file.vector(name + "attn_norm.weight", width), epsilon),
                new SelfAttention(
                        attention,
                        halves(file.matrix(name + "attn_q.weight", attention.queryWidth(), width), attention),
                        halves(file.matrix(name + "attn_k.weight", keyValueWidth, width), attention),
                        file.matrix(name + "attn_v.weight", keyValueWidth, width),
                        file.matrix(name + "attn_output.weight", width, attention.queryWidth()),
                        rotary),
                new RmsNorm(file.vector(name + "ffn_norm.weight", width), epsilon),
                new GatedMlp(
                        file.matrix(name + "ffn_gate.weight", inner, width),
                        file.matrix(name + "ffn_up.weight", inner, width),
                        file.matrix(name + "ffn_down.weight", width, inner)));
    }

    /**
     * GGUF stores the rows of a head's query and key interleaved for rotary pairs (2i, 2i + 1); everything else, and this
     * runtime, speaks of the halves (i, i + D/2).
     */
    private static StoredMatrix halves(StoredMatrix interleaved, AttentionShape attention) {
        int width = attention.headWidth();
        int half = width / 2;
        return interleaved.reordered(row -> {
            int within = row % width;
            return row - within + (within < half ? 2 * within : 2 * (within - half) + 1);
        });
    }
}
