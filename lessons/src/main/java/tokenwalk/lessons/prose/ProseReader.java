package tokenwalk.lessons.prose;

import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import tokenwalk.lessons.fact.FactException;

/** Reads Markdown into prose. */
public final class ProseReader {
    private static final Parser COMMONMARK = Parser.builder().build();

    private ProseReader() {}

    /**
     * @param markdown CommonMark with {@code {{facts}}}; no HTML, no links but {@code target:}, no nested emphasis
     * @throws FactException if a fact or a target cannot be read, or the text uses what lessons do not have
     */
    public static Prose read(String markdown) {
        AskedFacts asked = AskedFacts.takenFrom(markdown);
        Node document = COMMONMARK.parse(asked.rest());
        return new Prose(new BlockReader(asked).blocks(document));
    }
}
