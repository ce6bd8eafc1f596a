package tokenwalk.lessons.prose;

import static tokenwalk.lessons.prose.BlockReader.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import tokenwalk.lessons.fact.FactException;
import tokenwalk.lessons.place.Target;

/** What commonmark read within a paragraph, as our inlines. */
final class InlineReader {
    private static final String TARGET = "target:";

    private final AskedFacts asked;
    private final List<Inline> inlines = new ArrayList<>();

    InlineReader(AskedFacts asked) {
        this.asked = asked;
    }

    /** @return all that was read */
    List<Inline> read() {
        return inlines;
    }

    void read(Node parent) {
        read(parent, Inline.Emphasis.NONE);
    }

    /** @return the words of a node and all in it, without emphasis */
    static String plain(Node parent) {
        return BlockReader.children(parent).stream()
                .map(node -> switch (node) {
                    case Text text -> text.getLiteral();
                    case Code code -> code.getLiteral();
                    case SoftLineBreak _, HardLineBreak _ -> " ";
                    default -> plain(node);
                })
                .collect(Collectors.joining());
    }

    private void read(Node parent, Inline.Emphasis emphasis) {
        BlockReader.children(parent).forEach(node -> inline(node, emphasis));
    }

    private void inline(Node node, Inline.Emphasis emphasis) {
        switch (node) {
            case Text text ->
                asked.split(
                        text.getLiteral(),
                        words -> words(words, emphasis),
                        expression -> inlines.add(new Inline.Asked(expression, emphasis)));
            case Code code -> inlines.add(new Inline.Verbatim(asked.written(code.getLiteral())));
            case SoftLineBreak _ -> words(" ", emphasis);
            case HardLineBreak _ -> inlines.add(new Inline.Break());
            case StrongEmphasis strong -> read(strong, emphasised(emphasis, Inline.Emphasis.STRONG));
            case Emphasis italic -> read(italic, emphasised(emphasis, Inline.Emphasis.ITALIC));
            case Link link -> inlines.add(pointer(link, emphasis));
            case Image image ->
                throw new FactException("The picture %s needs a paragraph of its own: put empty lines around it."
                        .formatted(image.getDestination()));
            case HtmlInline html ->
                throw refused("HTML such as " + html.getLiteral(), "Markdown (a «<» is written \\<, or in `code`)");
            default -> throw refused("this kind of words", "words, emphasis, code and facts");
        }
    }

    private static Inline.Emphasis emphasised(Inline.Emphasis outer, Inline.Emphasis inner) {
        if (outer != Inline.Emphasis.NONE && outer != inner) {
            throw refused("words that are both strong and italic", "one of the two");
        }
        return inner;
    }

    private void words(String text, Inline.Emphasis emphasis) {
        if (!inlines.isEmpty() && inlines.getLast() instanceof Inline.Words before && before.emphasis() == emphasis) {
            inlines.set(inlines.size() - 1, new Inline.Words(before.text() + text, emphasis));
        } else {
            inlines.add(new Inline.Words(text, emphasis));
        }
    }

    private Inline pointer(Link link, Inline.Emphasis emphasis) {
        String destination = asked.written(link.getDestination());
        if (!destination.startsWith(TARGET)) {
            throw new FactException(
                    "Links point at a part of the screen, as [the bars](<target:candidate bars>); «%s» is none."
                            .formatted(destination));
        }
        if (AskedFacts.isIn(link.getDestination())) {
            throw new FactException("A target has no braces: write [the end](<target:level last_level>), not «%s»."
                    .formatted(destination));
        }
        InlineReader inside = new InlineReader(asked);
        inside.read(link, emphasis);
        if (inside.inlines.isEmpty()) {
            throw new FactException("The link to «%s» has no words to click.".formatted(destination));
        }
        return new Inline.Pointer(Target.parse(destination.substring(TARGET.length())), inside.inlines);
    }
}
