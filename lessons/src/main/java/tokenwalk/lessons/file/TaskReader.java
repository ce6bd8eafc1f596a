package tokenwalk.lessons.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tokenwalk.lessons.Sentence;
import tokenwalk.lessons.SentenceCatalogue;
import tokenwalk.lessons.lesson.Task;

/** Reads what a step waits for. */
final class TaskReader {
    private static final Range TIMES = Range.whole(1, 100_000);
    private static final Range OWN_TOKENS = Range.whole(1, 500);
    private static final Set<Integer> TOP_KS =
            Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 30, 40, 50, 75, 100, 200, 500, 1000);

    private static final List<String> KINDS = Stream.concat(
                    Stream.of(
                            "choose_sentence",
                            "type_text",
                            "choose_token",
                            "level",
                            "layer",
                            "head",
                            "vectors",
                            "screen",
                            "press",
                            "drawing"),
                    StateReader.knobs().stream())
            .toList();

    private final Values values;

    TaskReader(Values values) {
        this.values = values;
    }

    Optional<Task> read(JsonNode node) {
        return values.keys(node, "A task").flatMap(keys -> {
            Optional<String> kind = keys.onlyOne(KINDS);
            Optional<Task> task = kind.flatMap(name -> keys.required(name, value -> task(name, value, keys)));
            if (kind.isPresent()) {
                keys.noOthers();
            }
            return task;
        });
    }

    private Optional<Task> task(String name, JsonNode value, Keys keys) {
        return switch (name) {
            case "choose_sentence" -> chooseSentence(value);
            case "type_text" -> values.whole(value, OWN_TOKENS).map(Task.TypeText::new);
            case "choose_token" -> values.computed(value, Range.POSITION).map(Task.ChooseToken::new);
            case "level" -> values.computed(value, Range.INDEX).map(Task.MoveToLevel::new);
            case "layer" -> values.computed(value, Range.INDEX).map(Task.ChooseLayer::new);
            case "head" -> values.computed(value, Range.INDEX).map(Task.ChooseHead::new);
            case "vectors" -> onlyTrue(value).map(_ -> new Task.ShowVectors());
            case "screen" -> values.place(value).map(Task.OpenScreen::new);
            case "press" -> press(value, keys);
            case "drawing" -> values.flag(value).map(Task.ChooseDrawing::new);
            default -> setKnob(Task.Knob.valueOf(name.toUpperCase(Locale.ROOT)), value);
        };
    }

    private Optional<Task> chooseSentence(JsonNode value) {
        return value instanceof JsonNode.Flag
                ? onlyTrue(value).map(_ -> new Task.ChooseSentence(Optional.empty()))
                : values.oneOf(value, "sentence", SentenceCatalogue.bundled(), Sentence::text)
                        .map(sentence -> new Task.ChooseSentence(Optional.of(sentence.text())));
    }

    private Optional<Boolean> onlyTrue(JsonNode value) {
        return values.flag(value).filter(flag -> {
            if (!flag) {
                values.mistakes().add(value.line(), "Nobody can be asked not to do something.", "It must be true.");
            }
            return flag;
        });
    }

    private Optional<Task> press(JsonNode value, Keys keys) {
        Optional<Task.Button> button =
                values.oneOf(value, "button", Arrays.asList(Task.Button.values()), TaskReader::written);
        int times = keys.optional("times", count -> values.whole(count, TIMES)).orElse(1);
        return button.map(known -> new Task.Press(known, times));
    }

    private static String written(Task.Button button) {
        return button.name().toLowerCase(Locale.ROOT);
    }

    private Optional<Task> setKnob(Task.Knob knob, JsonNode value) {
        return values.number(value, reachable(knob)).map(number -> new Task.SetKnob(knob, number));
    }

    /** What a learner can set a knob to: the sliders stop at certain places only. */
    private static Range reachable(Task.Knob knob) {
        return switch (knob) {
            case TEMPERATURE -> steps(0, 2, 10, "a number from 0 to 2 in steps of 0.1, where the slider stops");
            case TOP_P -> steps(0.05, 1, 20, "a number from 0.05 to 1 in steps of 0.05, where the slider stops");
            case TOP_K ->
                new Range(
                        value -> TOP_KS.stream().anyMatch(place -> place == value),
                        "where the slider stops: " + String.join(", ", topKs()));
            case SEED, MAXIMUM -> StateReader.range(knob);
        };
    }

    private static Range steps(double least, double most, int perUnit, String words) {
        return new Range(
                value -> value >= least && value <= most && Math.rint(value * perUnit) / perUnit == value, words);
    }

    private static List<String> topKs() {
        return new ArrayList<>(TOP_KS).stream().sorted().map(String::valueOf).toList();
    }
}
