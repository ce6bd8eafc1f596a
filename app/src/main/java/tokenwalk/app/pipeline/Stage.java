package tokenwalk.app.pipeline;

/** What a text passes on its way to the next token, in order. */
public enum Stage {
    TEXT("Text", Part.MODEL),
    TOKENS("Tokens", Part.MODEL),
    EMBEDDING("Embedding + position", "Embedding", Part.MODEL),
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
    private final String shortLabel;
    private final Part part;

    Stage(String label, Part part) {
        this(label, label, part);
    }

    Stage(String label, String shortLabel, Part part) {
        this.label = label;
        this.shortLabel = shortLabel;
        this.part = part;
    }

    /** @return the word on screen */
    public String label() {
        return label;
    }

    /** @return the word on screen where there is little room */
    String shortLabel() {
        return shortLabel;
    }

    public Part part() {
        return part;
    }
}
