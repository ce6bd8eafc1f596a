package tokenwalk.runtime.transformer;

/** The weights of the GPT-2 family, and what the two formats call them. */
enum Gpt2Weight {
    EMBEDDING("token_embd", "wte"),
    POSITIONS("position_embd", "wpe"),
    ATTENTION_NORM("blk.%d.attn_norm", "h.%d.ln_1"),
    QUERY_KEY_VALUE("blk.%d.attn_qkv", "h.%d.attn.c_attn"),
    OUTPUT("blk.%d.attn_output", "h.%d.attn.c_proj"),
    MLP_NORM("blk.%d.ffn_norm", "h.%d.ln_2"),
    UP("blk.%d.ffn_up", "h.%d.mlp.c_fc"),
    DOWN("blk.%d.ffn_down", "h.%d.mlp.c_proj"),
    FINAL_NORM("output_norm", "ln_f"),
    UNEMBEDDING("output", "lm_head");

    private final String gguf;
    private final String huggingFace;

    Gpt2Weight(String gguf, String huggingFace) {
        this.gguf = gguf;
        this.huggingFace = huggingFace;
    }

    /** @return its name without «.weight» or «.bias» */
    String named(WeightFormat format, int layer) {
        return format.pick(gguf, huggingFace).formatted(layer);
    }
}
