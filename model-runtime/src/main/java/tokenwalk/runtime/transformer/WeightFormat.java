package tokenwalk.runtime.transformer;

/** Where weights come from: the formats differ in names, and in how they lay some matrices out. */
public enum WeightFormat {
    GGUF,
    HUGGING_FACE;

    String pick(String gguf, String huggingFace) {
        return switch (this) {
            case GGUF -> gguf;
            case HUGGING_FACE -> huggingFace;
        };
    }
}
