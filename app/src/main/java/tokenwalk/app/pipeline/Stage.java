package tokenwalk.app.pipeline;

/** What a text passes on its way to the next token, in order. */
public enum Stage {
    TEXT("Text", Part.MODEL),
    TOKENS("Tokens", Part.MODEL),
    EMBEDDING("Embedding + position", Part.MODEL),
    BLOCKS("Blocks", Part.MODEL),
    FINAL_VECTOR("Final vector", Part.MODEL),
    UNEMBEDDING("× Unembedding", Part.MODEL),
    LOGITS("Logits", Part.MODEL),
    SOFTMAX("Softmax", Part.DECODING),
    PROBABILITIES("Probabilities", Part.DECODING),
    SAMPLER("Sampler", Part.DECODING),
    TOKEN("Token ↩", Part.DECODING);

    /** Who does it. */
    public enum Part {
        MODEL,
        DECODING
    }

    private final String label;
    private final Part part;

    Stage(String label, Part part) {
        this.label = label;
        this.part = part;
    }

    /** @return the word on screen */
    public String label() {
        return label;
    }

    public Part part() {
        return part;
    }
}
