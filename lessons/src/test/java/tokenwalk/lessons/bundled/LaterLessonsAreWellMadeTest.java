package tokenwalk.lessons.bundled;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How lessons 6 to 10 are written: length, kinds of steps, and no number in prose that another model would make wrong. */
class LaterLessonsAreWellMadeTest {
    private static final int MOST_WORDS = 62;
    private static final Pattern FACT = Pattern.compile("\\{\\{.*?\\}\\}");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?");
    /** What a learner or a teacher reads. */
    private static final Set<String> PROSE =
            Set.of("title", "audience", "goals", "text", "notes", "hint", "reveal", "choices");

    /** Every number that stands in prose as it is, and why it holds for every model and text. */
    private static final Map<String, Map<String, String>> LITERAL_NUMBERS = Map.of(
            "06-choosing-the-token",
                    Map.ofEntries(
                            Map.entry("0", "a temperature, and an end of the line"),
                            Map.entry("1", "a temperature, an end of the line, a button, a self-check"),
                            Map.entry("2", "a temperature, a self-check"),
                            Map.entry("3", "a self-check"),
                            Map.entry("5", "the lesson before; a top-k that the task sets"),
                            Map.entry("8", "a lesson"),
                            Map.entry("10", "arithmetic of draws: a share of 10 %, and what it may be off by"),
                            Map.entry("90", "a top-p of 0.9 in percent"),
                            Map.entry("100", "all, in percent; a tenth of 1,000"),
                            Map.entry("0.1", "arithmetic of draws"),
                            Map.entry("0.5", "a temperature that the task sets"),
                            Map.entry("0.9", "a top-p that the step sets; arithmetic of draws"),
                            Map.entry("9.5", "arithmetic of draws"),
                            Map.entry("1,000", "so many draws"),
                            Map.entry("1000", "the button"),
                            Map.entry("2020", "a year")),
            "07-the-loop",
                    Map.of(
                            "1", "a maximum that the question sets; a self-check",
                            "2", "key and value; a self-check",
                            "3", "a lesson; a self-check",
                            "4", "bytes of a number",
                            "6", "a lesson",
                            "10", "a maximum that the step sets",
                            "40", "a maximum that the task sets"),
            "08-model-and-decoding",
                    Map.of(
                            "0.5",
                            "a temperature",
                            "1",
                            "a temperature; a self-check",
                            "2",
                            "a temperature; a chip to click; a self-check",
                            "2.0",
                            "a temperature as the slider writes it",
                            "6",
                            "a lesson",
                            "7",
                            "a lesson; a seed that the step sets"),
            "09-how-it-was-trained",
                    Map.ofEntries(
                            Map.entry("0", "a bound"),
                            Map.entry("0.125", "a probability of the question"),
                            Map.entry("0.25", "a probability of the question"),
                            Map.entry("0.5", "a probability of the question"),
                            Map.entry("0.69", "−ln 0.5"),
                            Map.entry("1", "a row, a bound, a self-check"),
                            Map.entry("1.39", "−ln 0.25"),
                            Map.entry("2", "a self-check"),
                            Map.entry("2.08", "−ln 0.125"),
                            Map.entry("3", "a chip to click; a self-check"),
                            Map.entry("4", "the token after row 3"),
                            Map.entry("5", "a row; a lesson"),
                            Map.entry("999", "1,000 − 1"),
                            Map.entry("1,000", "tokens of the question")),
            "10-chatbots-are-this-loop",
                    Map.of(
                            "1", "a self-check",
                            "2", "a self-check",
                            "3", "a self-check",
                            "7", "a lesson",
                            "8", "a lesson"));

    static List<String> lessons() {
        return LITERAL_NUMBERS.keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyNumberInProseIsAFactOrAccountedFor(String id) throws IOException {
        Set<String> found = new TreeSet<>();
        everyProse(
                lesson(id),
                (_, words) -> NUMBER.matcher(FACT.matcher(words).replaceAll(""))
                        .results()
                        .map(MatchResult::group)
                        .forEach(found::add));
        assertThat(found).containsExactlyInAnyOrderElementsOf(literals(id).keySet());
    }

    private static Map<String, String> literals(String id) {
        return Objects.requireNonNull(LITERAL_NUMBERS.get(id));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void theProseOfAStepFitsThePanelAndKeepsItsVoiceDown(String id) throws IOException {
        everyProse(lesson(id), (key, words) -> {
            assertThat(words).doesNotContain("!");
            if (!key.equals("notes")) {
                assertThat(FACT.matcher(words).replaceAll("x").split("\\s+"))
                        .as(words)
                        .hasSizeLessThanOrEqualTo(MOST_WORDS);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void aLessonTakesUpToTwentyStepsOfAllKinds(String id) throws IOException {
        List<JsonObject> steps = steps(lesson(id));
        assertThat(steps).hasSizeBetween(8, 20);
        assertThat(steps)
                .extracting(LaterLessonsAreWellMadeTest::kind)
                .contains("explain", "set", "do", "predict", "ask");
        assertThat(steps).filteredOn(step -> kind(step).equals("do")).allMatch(step -> step.has("hint"));
        assertThat(steps.stream().filter(step -> step.has("notes")).count()).isGreaterThan(steps.size() * 3L / 5);
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void itEndsWithASelfCheck(String id) throws IOException {
        List<JsonObject> steps = steps(lesson(id));
        List<JsonObject> check = steps.stream()
                .filter(step -> words(step).startsWith("**Self-check"))
                .toList();
        assertThat(check).hasSizeBetween(2, 4).allMatch(step -> kind(step).equals("ask") && step.has("reveal"));
        assertThat(steps.subList(steps.size() - check.size(), steps.size())).isEqualTo(check);
    }

    private static JsonObject lesson(String id) throws IOException {
        String name = "/tokenwalk/lessons/bundled/" + id + ".json";
        try (InputStream file = Objects.requireNonNull(LaterLessonsAreWellMadeTest.class.getResourceAsStream(name))) {
            return JsonParser.parseReader(new InputStreamReader(file, UTF_8)).getAsJsonObject();
        }
    }

    private static List<JsonObject> steps(JsonObject lesson) {
        return lesson.getAsJsonArray("steps").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static String kind(JsonObject step) {
        return step.get("step").getAsString();
    }

    private static String words(JsonObject step) {
        return step.has("text") ? step.get("text").getAsString() : "";
    }

    /** Tells all that is read; a prompt, which stands in the lesson itself or in a state, is not prose. */
    private static void everyProse(JsonObject lesson, BiConsumer<String, String> read) {
        prose(lesson, Set.of("title", "audience", "goals"), read);
        for (JsonObject step : steps(lesson)) {
            prose(step, PROSE, read);
            if (step.get("answer") instanceof JsonObject answer) {
                prose(answer, PROSE, read);
            }
        }
    }

    private static void prose(JsonObject object, Set<String> keys, BiConsumer<String, String> read) {
        keys.stream().filter(object::has).forEach(key -> {
            if (object.get(key) instanceof JsonArray list) {
                list.forEach(item -> read.accept(key, item.getAsString()));
            } else {
                read.accept(key, object.get(key).getAsString());
            }
        });
    }
}
