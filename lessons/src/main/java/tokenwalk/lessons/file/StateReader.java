package tokenwalk.lessons.file;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tokenwalk.lessons.fact.Expression;
import tokenwalk.lessons.lesson.AppState;
import tokenwalk.lessons.lesson.AppState.Choosing;
import tokenwalk.lessons.lesson.AppState.Selection;
import tokenwalk.lessons.lesson.Task;
import tokenwalk.lessons.place.Place;

/** Reads the state that a step puts the app in. */
final class StateReader {
    private static final Range GENERATED = Range.whole(0, 1000);

    private final Values values;

    StateReader(Values values) {
        this.values = values;
    }

    Optional<AppState> read(JsonNode node) {
        return values.keys(node, "A state").map(this::state);
    }

    private AppState state(Keys keys) {
        if (keys.has("text") && keys.has("chat")) {
            values.mistakes().add(keys.line(), "A state has both «text» and «chat».", "Keep one: there is one prompt.");
        }
        Optional<Place> screen = keys.optional("screen", values::place);
        Optional<Expression> text = keys.optional("text", values::text).map(Expression.TextLiteral::new);
        Optional<Expression> chat = keys.optional("chat", values::chatPrompt);
        Selection selection = new Selection(
                keys.optional("layer", value -> values.computed(value, Range.INDEX)),
                keys.optional("head", value -> values.computed(value, Range.INDEX)),
                keys.optional("token", value -> values.computed(value, Range.POSITION)),
                keys.optional("level", value -> values.computed(value, Range.INDEX)));
        Map<Task.Knob, Double> knobs = new EnumMap<>(Task.Knob.class);
        for (Task.Knob knob : Task.Knob.values()) {
            keys.optional(written(knob), value -> values.number(value, range(knob)))
                    .ifPresent(value -> knobs.put(knob, value));
        }
        Choosing choosing = new Choosing(
                keys.optional("drawing", values::flag),
                keys.optional("stop", value -> values.list(value, values::letters)),
                keys.optional("generated", value -> values.whole(value, GENERATED)));
        Optional<Boolean> vectors = keys.optional("vectors", values::flag);
        keys.noOthers();
        return new AppState(screen, text.or(() -> chat), selection, knobs, choosing, vectors);
    }

    /** @return a knob's name in lesson files, such as {@code top_k} */
    static String written(Task.Knob knob) {
        return knob.name().toLowerCase(Locale.ROOT);
    }

    /** @return what a knob can be set to */
    static Range range(Task.Knob knob) {
        return switch (knob) {
            case TEMPERATURE -> new Range(value -> value >= 0 && value <= 2, "a number from 0 to 2");
            case TOP_K -> Range.wholeFrom(0);
            case TOP_P -> new Range(value -> value > 0 && value <= 1, "a number above 0 and at most 1");
            // The field on screen holds nine digits.
            case SEED -> Range.whole(0, 999_999_999);
            case MAXIMUM -> Range.whole(1, 1000);
        };
    }

    /** @return the names of all knobs in lesson files */
    static List<String> knobs() {
        return List.of(Task.Knob.values()).stream().map(StateReader::written).toList();
    }
}
