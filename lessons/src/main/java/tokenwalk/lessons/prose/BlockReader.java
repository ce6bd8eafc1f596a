package tokenwalk.lessons.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import tokenwalk.lessons.fact.FactException;

/** What commonmark read, as our blocks; what lessons do not have is refused. */
final class BlockReader {
    private static final Pattern FILE_NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]*");

    private final AskedFacts asked;

    BlockReader(AskedFacts asked) {
        this.asked = asked;
    }

    /** @return the blocks in a node: the document, or an item of a list */
    List<Block> blocks(Node parent) {
        List<Block> blocks = new ArrayList<>();
        for (Node node : children(parent)) {
            block(node).ifPresent(blocks::add);
        }
        return blocks;
    }

    static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    private Optional<Block> block(Node node) {
        return switch (node) {
            case Paragraph paragraph -> Optional.of(paragraph(paragraph));
            case OrderedList list -> Optional.of(items(list, true));
            case BulletList list -> Optional.of(items(list, false));
            case FencedCodeBlock code -> Optional.of(code(code.getLiteral()));
            case IndentedCodeBlock code -> Optional.of(code(code.getLiteral()));
            // Writes nothing; a link that uses it is refused where it stands.
            case LinkReferenceDefinition _ -> Optional.empty();
            case Heading _ ->
                throw refused(
                        "headings", "a paragraph, with **strong** words if it needs weight (a «#» is written \\#)");
            default -> throw refused(refusedBlock(node), "paragraphs, lists, code and pictures");
        };
    }

    private static String refusedBlock(Node node) {
        return switch (node.getClass().getSimpleName()) {
            case "BlockQuote" -> "quotations (a «>» at the beginning of a line is written \\>)";
            case "ThematicBreak" -> "rules across the page";
            case "HtmlBlock" -> "HTML (a «<» is written \\<)";
            default -> "this kind of block";
        };
    }

    static FactException refused(String what, String instead) {
        return new FactException("Lessons have no %s. Use %s.".formatted(what, instead));
    }

    private Block paragraph(Paragraph paragraph) {
        if (paragraph.getFirstChild() instanceof Image image) {
            if (image.getNext() != null) {
                throw new FactException("The picture %s needs a paragraph of its own: put empty lines around it."
                        .formatted(image.getDestination()));
            }
            return picture(image);
        }
        InlineReader inlines = new InlineReader(asked);
        inlines.read(paragraph);
        return new Block.Paragraph(inlines.read());
    }

    private Block picture(Image image) {
        String file = image.getDestination();
        if (!FILE_NAME.matcher(file).matches()) {
            throw new FactException("A picture is a file of the lesson's own folder, such as blocks.png, not «%s»."
                    .formatted(asked.written(file)));
        }
        String description = InlineReader.plain(image);
        if (AskedFacts.isIn(description)) {
            throw new FactException("The description of the picture %s cannot have facts in it.".formatted(file));
        }
        return new Block.Picture(file, description);
    }

    private Block items(ListBlock list, boolean numbered) {
        return new Block.Items(
                numbered, children(list).stream().map(this::blocks).toList());
    }

    private Block code(String literal) {
        return new Block.Code(asked.written(literal.stripTrailing()));
    }
}
