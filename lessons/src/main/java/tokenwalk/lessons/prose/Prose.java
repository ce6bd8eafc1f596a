package tokenwalk.lessons.prose;

import java.util.List;

/**
 * Markdown of a lesson, read into blocks: paragraphs, lists, code, pictures of the lesson's own folder; in them emphasis,
 * code (shown as a token is), {@code {{facts}}}, and links of the form {@code [the slider](target:level slider)} that
 * point at something on screen.
 */
public record Prose(List<Block> blocks) {
    public static final Prose EMPTY = new Prose(List.of());

    public Prose {
        blocks = List.copyOf(blocks);
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }
}
