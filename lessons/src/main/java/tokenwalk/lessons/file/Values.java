package tokenwalk.lessons.file;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tokenwalk.lessons.fact.Expression;
import tokenwalk.lessons.fact.Expressions;
import tokenwalk.lessons.fact.FactException;
import tokenwalk.lessons.place.Place;
import tokenwalk.lessons.place.Target;
import tokenwalk.lessons.prose.Block;
import tokenwalk.lessons.prose.Prose;
import tokenwalk.lessons.prose.ProseReader;

/** Reads single values. Each is there, or none and what is wrong with it is told. */
final class Values {
    private final Mistakes mistakes;
    private final Pictures pictures;

    Values(Mistakes mistakes, Pictures pictures) {
        this.mistakes = mistakes;
        this.pictures = pictures;
    }

    Mistakes mistakes() {
        return mistakes;
    }

    /** @param owner what the object is, for messages: «A step» */
    Optional<Keys> keys(JsonNode node, String owner) {
        return node instanceof JsonNode.Fields fields
                ? Optional.of(new Keys(fields, owner, mistakes))
                : mistyped(node, "an object in braces");
    }

    Optional<String> text(JsonNode node) {
        if (!(node instanceof JsonNode.Text text)) {
            return mistyped(node, "a text in quotes");
        }
        if (text.value().isBlank()) {
            mistakes.add(node.line(), "This text is empty.", "Write something, or leave the key out.");
            return Optional.empty();
        }
        return Optional.of(text.value());
    }

    /** A text of any letters, a line break alone too. */
    Optional<String> letters(JsonNode node) {
        return node instanceof JsonNode.Text(int _, String value) && value.isBlank() && !value.isEmpty()
                ? Optional.of(value)
                : text(node);
    }

    Optional<Boolean> flag(JsonNode node) {
        return node instanceof JsonNode.Flag flag ? Optional.of(flag.value()) : mistyped(node, "true or false");
    }

    Optional<Double> number(JsonNode node, Range range) {
        if (!(node instanceof JsonNode.Numeral number)) {
            return mistyped(node, range.words());
        }
        if (!range.holds().test(number.value())) {
            outOfRange(node, number.value(), range);
            return Optional.empty();
        }
        return Optional.of(number.value());
    }

    Optional<Integer> whole(JsonNode node, Range range) {
        return number(node, range).map(Double::intValue);
    }

    /** A number, or a text with an expression that comes to one. */
    Optional<Expression> computed(JsonNode node, Range range) {
        if (node instanceof JsonNode.Numeral) {
            return number(node, range).map(Expression.NumberLiteral::new);
        }
        if (!(node instanceof JsonNode.Text)) {
            return mistyped(node, range.words() + ", or a text with an expression");
        }
        return expression(node).filter(expression -> switch (expression) {
            case Expression.NumberLiteral(double value) -> {
                if (!range.holds().test(value)) {
                    outOfRange(node, value, range);
                }
                yield range.holds().test(value);
            }
            case Expression.TextLiteral(String text) -> {
                mistakes.add(node.line(), "«" + text + "» is no number.", "It must be " + range.words() + ".");
                yield false;
            }
            // What it comes to is known only with a model.
            case Expression.Call _ -> true;
        });
    }

    private void outOfRange(JsonNode node, double value, Range range) {
        String number = Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : "This number";
        mistakes.add(node.line(), number + " is out of range.", "It must be " + range.words() + ".");
    }

    Optional<Expression> expression(JsonNode node) {
        return text(node).flatMap(text -> told(node, () -> Expressions.parse(text)));
    }

    /** A user's message, as the expression that puts it in the model's template. */
    Optional<Expression> chatPrompt(JsonNode node) {
        return text(node)
                .flatMap(message ->
                        told(node, () -> Expressions.parse("chat_prompt '" + message.replace("'", "''") + "'")));
    }

    Optional<Target> target(JsonNode node) {
        return text(node).flatMap(text -> told(node, () -> Target.parse(text)));
    }

    Optional<Prose> prose(JsonNode node) {
        return text(node)
                .flatMap(markdown -> told(node, () -> ProseReader.read(markdown)))
                .filter(prose -> hasItsPictures(node, prose.blocks()));
    }

    /** Prose of one paragraph. */
    Optional<Prose> oneLine(JsonNode node) {
        return prose(node).filter(prose -> {
            boolean fits = prose.blocks().size() == 1 && prose.blocks().getFirst() instanceof Block.Paragraph;
            if (!fits) {
                mistakes.add(
                        node.line(), "There is more here than one line.", "Write one line, without a list or picture.");
            }
            return fits;
        });
    }

    private boolean hasItsPictures(JsonNode node, List<Block> blocks) {
        List<String> refusals = blocks.stream()
                .flatMap(Values::pictureNames)
                .flatMap(name -> pictures.refusal(name).stream())
                .toList();
        refusals.forEach(refusal -> mistakes.add(node.line(), refusal));
        return refusals.isEmpty();
    }

    private static Stream<String> pictureNames(Block block) {
        return switch (block) {
            case Block.Picture picture -> Stream.of(picture.file());
            case Block.Items items ->
                items.items().stream().flatMap(List::stream).flatMap(Values::pictureNames);
            case Block.Paragraph _, Block.Code _ -> Stream.empty();
        };
    }

    Optional<Place> place(JsonNode node) {
        return oneOf(node, "screen", Arrays.asList(Place.values()), Place::written);
    }

    /** One of a closed set of words. */
    <T> Optional<T> oneOf(JsonNode node, String what, List<T> known, Function<T, String> written) {
        return text(node).flatMap(word -> {
            Optional<T> found = known.stream()
                    .filter(one -> written.apply(one).equals(word))
                    .findFirst();
            if (found.isEmpty()) {
                mistakes.add(
                        node.line(),
                        "There is no " + what + " «" + word + "».",
                        KnownNames.mend(word, known.stream().map(written).toList()));
            }
            return found;
        });
    }

    /** @return the items that could be read; none if it is no list */
    <T> Optional<List<T>> list(JsonNode node, Function<JsonNode, Optional<T>> item) {
        if (!(node instanceof JsonNode.Items list)) {
            return mistyped(node, "a list in brackets");
        }
        return Optional.of(
                list.items().stream().flatMap(one -> item.apply(one).stream()).toList());
    }

    private <T> Optional<T> told(JsonNode node, Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (FactException e) {
            mistakes.add(node.line(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private <T> Optional<T> mistyped(JsonNode node, String wanted) {
        mistakes.add(node.line(), "This is " + node.kind() + ".", "It must be " + wanted + ".");
        return Optional.empty();
    }
}
