package tokenwalk.runtime.transformer;

/** The weights of the Llama family, and what the two formats call them. Of Qwen2, the same with biases on q, k and v. */
enum LlamaWeight {
    EMBEDDING("token_embd", "model.embed_tokens"),
    ATTENTION_NORM("blk.%d.attn_norm", "model.layers.%d.input_layernorm"),
    QUERY("blk.%d.attn_q", "model.layers.%d.self_attn.q_proj"),
    KEY("blk.%d.attn_k", "model.layers.%d.self_attn.k_proj"),
    VALUE("blk.%d.attn_v", "model.layers.%d.self_attn.v_proj"),
    OUTPUT("blk.%d.attn_output", "model.layers.%d.self_attn.o_proj"),
    MLP_NORM("blk.%d.ffn_norm", "model.layers.%d.post_attention_layernorm"),
    GATE("blk.%d.ffn_gate", "model.layers.%d.mlp.gate_proj"),
    UP("blk.%d.ffn_up", "model.layers.%d.mlp.up_proj"),
    DOWN("blk.%d.ffn_down", "model.layers.%d.mlp.down_proj"),
    FINAL_NORM("output_norm", "model.norm"),
    UNEMBEDDING("output", "lm_head");

    private final String gguf;
    private final String huggingFace;

    LlamaWeight(String gguf, String huggingFace) {
        this.gguf = gguf;
        this.huggingFace = huggingFace;
    }

    /** @return its name without «.weight» or «.bias» */
    String named(WeightFormat format, int layer) {
        return format.pick(gguf, huggingFace).formatted(layer);
    }
}
