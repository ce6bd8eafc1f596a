package tokenwalk.app.lesson.model;

import java.util.List;
import java.util.Optional;
import tokenwalk.lessons.fact.Expression;
import tokenwalk.lessons.fact.FactException;
import tokenwalk.lessons.fact.LiveFacts;
import tokenwalk.lessons.place.Target;
import tokenwalk.lessons.prose.Block;
import tokenwalk.lessons.prose.Inline;
import tokenwalk.lessons.prose.Prose;

/** Prose with its facts computed, and with plain numbers in what it points at. */
final class FilledProse {
    private FilledProse() {}

    static Prose of(Prose prose, LiveFacts facts) {
        return new Prose(blocks(prose.with(facts).blocks(), facts));
    }

    private static List<Block> blocks(List<Block> blocks, LiveFacts facts) {
        return blocks.stream().map(block -> block(block, facts)).toList();
    }

    private static Block block(Block block, LiveFacts facts) {
        return switch (block) {
            case Block.Paragraph paragraph ->
                new Block.Paragraph(paragraph.inlines().stream()
                        .map(inline -> inline(inline, facts))
                        .toList());
            case Block.Items items ->
                new Block.Items(
                        items.numbered(),
                        items.items().stream().map(item -> blocks(item, facts)).toList());
            case Block.Code _, Block.Picture _ -> block;
        };
    }

    private static Inline inline(Inline inline, LiveFacts facts) {
        return inline instanceof Inline.Pointer pointer
                ? new Inline.Pointer(target(pointer.target(), facts), pointer.inlines())
                : inline;
    }

    /** @return the same target, its number computed; the part as a whole if the number has no value here */
    static Target target(Target target, LiveFacts facts) {
        try {
            Optional<Expression> which =
                    target.which().map(asked -> new Expression.NumberLiteral(FactNumbers.whole(facts.value(asked))));
            return new Target(target.part(), which);
        } catch (FactException e) {
            return Target.of(target.part());
        }
    }
}
