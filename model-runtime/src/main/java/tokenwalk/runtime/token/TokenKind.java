package tokenwalk.runtime.token;

/** What a vocabulary entry is for, as model files tell it. */
public enum TokenKind {
    /** A run of bytes found by the merges. */
    NORMAL,
    /** Stands for text the vocabulary cannot spell. */
    UNKNOWN,
    /** A control token, such as {@code <|im_end|>}: never the result of a merge. */
    SPECIAL,
    /** Added by the model's makers: taken from the text as a whole, before any splitting. */
    ADDED,
    /** A filler that makes the vocabulary a round size. */
    UNUSED,
    /** One raw byte. */
    BYTE;

    /**
     * The kind behind a number of GGUF's {@code tokenizer.ggml.token_type}.
     *
     * @throws IllegalArgumentException if the number is not one of 1…6
     */
    public static TokenKind ofGguf(int type) {
        return switch (type) {
            case 1 -> NORMAL;
            case 2 -> UNKNOWN;
            case 3 -> SPECIAL;
            case 4 -> ADDED;
            case 5 -> UNUSED;
            case 6 -> BYTE;
            default -> throw new IllegalArgumentException("Token type " + type + " is not known; GGUF has 1 to 6.");
        };
    }

    /** @return whether the token is written as it is in a text, and found there before any splitting */
    boolean isLiteral() {
        return this == SPECIAL || this == ADDED;
    }
}
