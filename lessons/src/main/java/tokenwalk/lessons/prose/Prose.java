package tokenwalk.lessons.prose;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tokenwalk.lessons.fact.Expression;
import tokenwalk.lessons.fact.FactException;
import tokenwalk.lessons.fact.LiveFacts;

/**
 * Markdown of a lesson, read into blocks: paragraphs, lists, code, pictures of the lesson's own folder; in them emphasis,
 * code (shown as a token is), {@code {{facts}}}, and links of the form {@code [the slider](target:level)} that point at
 * something on screen.
 */
public record Prose(List<Block> blocks) {
    public static final Prose EMPTY = new Prose(List.of());

    public Prose {
        blocks = List.copyOf(blocks);
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** @return every fact asked, in the order of the text; one asked twice comes twice */
    public List<Expression> expressions() {
        return inlines()
                .filter(Inline.Asked.class::isInstance)
                .map(Inline.Asked.class::cast)
                .map(Inline.Asked::expression)
                .toList();
    }

    /** @return all inlines, those within pointers included, in the order of the text */
    public Stream<Inline> inlines() {
        return blocks.stream().flatMap(Prose::inlines).flatMap(Prose::withInner);
    }

    private static Stream<Inline> inlines(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> paragraph.inlines().stream();
            case Block.Items items ->
                items.items().stream().flatMap(List::stream).flatMap(Prose::inlines);
            case Block.Code _, Block.Picture _ -> Stream.empty();
        };
    }

    private static Stream<Inline> withInner(Inline inline) {
        return inline instanceof Inline.Pointer pointer
                ? Stream.concat(Stream.of(inline), pointer.inlines().stream())
                : Stream.of(inline);
    }

    /**
     * Computes all that is asked; may take a few tenths of a second, so not on the FX thread.
     *
     * @return the same prose with values for facts; where there is none, words that say why: «(no value: …)»
     */
    public Prose with(LiveFacts facts) {
        return mapped(inline -> inline instanceof Inline.Asked asked ? known(asked, facts) : inline);
    }

    private static Inline known(Inline.Asked asked, LiveFacts facts) {
        try {
            return new Inline.Known(facts.value(asked.expression()), asked.emphasis());
        } catch (FactException e) {
            return new Inline.Words("(no value: " + e.getMessage() + ")", asked.emphasis());
        }
    }

    private Prose mapped(Function<Inline, Inline> change) {
        return new Prose(blocks.stream().map(block -> mapped(block, change)).toList());
    }

    private static Block mapped(Block block, Function<Inline, Inline> change) {
        return switch (block) {
            case Block.Paragraph paragraph ->
                new Block.Paragraph(paragraph.inlines().stream()
                        .map(inline -> mapped(inline, change))
                        .toList());
            case Block.Items items ->
                new Block.Items(
                        items.numbered(),
                        items.items().stream()
                                .map(item -> item.stream()
                                        .map(inner -> mapped(inner, change))
                                        .toList())
                                .toList());
            case Block.Code _, Block.Picture _ -> block;
        };
    }

    private static Inline mapped(Inline inline, Function<Inline, Inline> change) {
        return inline instanceof Inline.Pointer pointer
                ? new Inline.Pointer(
                        pointer.target(), pointer.inlines().stream().map(change).toList())
                : change.apply(inline);
    }

    /** @return the words alone, for a heading, a message or a screen reader; blocks on lines of their own */
    public String plainText() {
        return blocks.stream().map(Prose::plainText).collect(Collectors.joining("\n"));
    }

    private static String plainText(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> plainText(paragraph.inlines());
            case Block.Items items ->
                items.items().stream()
                        .map(item -> "• " + new Prose(item).plainText())
                        .collect(Collectors.joining("\n"));
            case Block.Code code -> code.text();
            case Block.Picture picture -> picture.description();
        };
    }

    private static String plainText(List<Inline> inlines) {
        return inlines.stream().map(Prose::plainText).collect(Collectors.joining());
    }

    private static String plainText(Inline inline) {
        return switch (inline) {
            case Inline.Words words -> words.text();
            case Inline.Verbatim verbatim -> verbatim.words();
            case Inline.Asked _ -> "…";
            case Inline.Known known -> known.value().words();
            case Inline.Pointer pointer -> plainText(pointer.inlines());
            case Inline.Break _ -> "\n";
        };
    }
}
