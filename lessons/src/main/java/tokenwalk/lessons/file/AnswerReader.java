package tokenwalk.lessons.file;

import java.util.List;
import java.util.Optional;
import tokenwalk.lessons.lesson.Answer;
import tokenwalk.lessons.prose.Prose;

/** Reads what is expected as an answer. */
final class AnswerReader {
    private static final List<String> KINDS = List.of("open", "choices", "number", "token");
    private static final int FEWEST_CHOICES = 2;
    private static final int MOST_CHOICES = 9;

    private final Values values;

    AnswerReader(Values values) {
        this.values = values;
    }

    Optional<Answer> read(JsonNode node) {
        return values.keys(node, "An answer").flatMap(keys -> {
            Optional<String> kind = keys.onlyOne(KINDS);
            Optional<Answer> answer = kind.flatMap(name -> answer(name, keys));
            if (kind.isPresent()) {
                keys.noOthers();
            }
            return answer;
        });
    }

    private Optional<Answer> answer(String kind, Keys keys) {
        return switch (kind) {
            case "open" -> keys.required("open", this::open);
            case "choices" -> choice(keys);
            case "number" -> numeric(keys);
            default -> keys.required("token", values::expression).map(Answer.OneToken::new);
        };
    }

    private Optional<Answer> open(JsonNode node) {
        return values.flag(node).map(open -> {
            if (!open) {
                values.mistakes()
                        .add(node.line(), "An answer is open or of another kind.", "Write true, or another kind.");
            }
            return new Answer.Open();
        });
    }

    private Optional<Answer> choice(Keys keys) {
        Optional<List<Prose>> choices = keys.required("choices", this::choices);
        Range correct = Range.whole(1, choices.map(List::size).orElse(MOST_CHOICES));
        Optional<Integer> right = keys.required("correct", node -> values.whole(node, correct));
        return choices.flatMap(list -> right.map(number -> new Answer.Choice(list, number - 1)));
    }

    private Optional<List<Prose>> choices(JsonNode node) {
        Optional<List<Prose>> choices = values.list(node, values::prose);
        if (node instanceof JsonNode.Items items) {
            int count = items.items().size();
            if (count < FEWEST_CHOICES || count > MOST_CHOICES) {
                values.mistakes().add(node.line(), "There are " + count + " choices.", "There must be 2 to 9 of them.");
            }
            // With one of them unreadable nobody can count them.
            return choices.filter(read -> read.size() == count && count > 0);
        }
        return choices;
    }

    private Optional<Answer> numeric(Keys keys) {
        double tolerance = keys.optional("tolerance", node -> values.number(node, Range.NOT_NEGATIVE))
                .orElse(0.0);
        return keys.required("number", node -> values.computed(node, Range.ANY))
                .map(value -> new Answer.Numeric(value, tolerance));
    }
}
