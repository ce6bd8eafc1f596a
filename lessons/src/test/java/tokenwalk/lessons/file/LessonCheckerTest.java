package tokenwalk.lessons.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tokenwalk.lessons.lesson.Requirements;
import tokenwalk.runtime.model.BundledModelFile;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.model.ModelLoader;

/** What a lesson asks of the model and the text must be there: on the model that ships, 30 layers of 9 heads. */
class LessonCheckerTest {
    private static final LanguageModel MODEL = new ModelLoader().open(BundledModelFile.path(), (_, _) -> {});

    /** A lesson on a text of two tokens whose steps begin on line 3, one a line. */
    private static List<String> mistakes(String... steps) {
        String json = """
                {"format": 1, "title": "t", "audience": "a", "minutes": 5, "goals": ["g"], "text": "Hello world",
                "steps": [
                %s
                ]}
                """.formatted(String.join(",\n", steps));
        LessonFile file = LessonReader.read("x.json", "x", json.getBytes(UTF_8), _ -> Optional.empty());
        assertThat(file.mistakes()).isEmpty();
        return LessonChecker.check(file, MODEL).stream().map(Mistake::toString).toList();
    }

    private static String set(String state) {
        return "{\"step\": \"set\", \"state\": {" + state + "}}";
    }

    private static String wait(String task) {
        return "{\"step\": \"do\", \"text\": \"t\", \"until\": {" + task + "}}";
    }

    private static String explain(String text) {
        return "{\"step\": \"explain\", \"text\": \"" + text + "\"}";
    }

    private static String ask(String answer) {
        return "{\"step\": \"ask\", \"text\": \"t\", \"answer\": {" + answer + "}}";
    }

    @Test
    void whatTheModelOrTheTextLacksIsTold() {
        assertThat(mistakes(
                        set("\"layer\": 29, \"head\": 8, \"level\": 30, \"token\": 2"),
                        set("\"layer\": 30"),
                        set("\"head\": 9"),
                        wait("\"level\": 31"),
                        wait("\"choose_token\": \"plus last 1\""),
                        "{\"step\": \"explain\", \"text\": \"t\", \"highlight\": [\"token 2\", \"token 3\"]}",
                        explain("[here](<target:level 31>)")))
                .containsExactly(
                        "x.json:4: There is no such layer: here they are 0 to 29. Choose one of these.",
                        "x.json:5: There is no such head: here they are 0 to 8. Choose one of these.",
                        "x.json:6: There is no such level: here they are 0 to 30. Choose one of these.",
                        "x.json:7: There is no such token: here they are 1 to 2. Choose one of these.",
                        "x.json:8: There is no such token: here they are 1 to 2. Choose one of these.",
                        "x.json:9: There is no such level: here they are 0 to 30. Choose one of these.");
    }

    @Test
    void factsWithoutAValueAreTold() {
        assertThat(mistakes(
                        explain("{{nth_token 2}}"),
                        explain("{{nth_token 3}}"),
                        ask("\"number\": \"token_at_level 3\"")))
                .hasSize(2)
                .allSatisfy(mistake -> assertThat(mistake).matches("x\\.json:[45]: .+"));
    }

    @Test
    void aTokenAnswerIsOneToken() {
        assertThat(mistakes(
                        ask("\"token\": \"' world'\""),
                        ask("\"token\": \"best_token\""),
                        ask("\"token\": \"' Hello world'\""),
                        ask("\"token\": \"3\"")))
                .containsExactly(
                        "x.json:5: For this model these are 2 tokens. Ask for one token; mind the space before it.",
                        "x.json:6: This comes to no token. Ask for one, such as best_token or ' Paris'.");
    }

    @Test
    void theTextIsTheOneThatIsThenOnScreen() {
        assertThat(mistakes(
                        set("\"text\": \"The capital of Germany is Berlin. The capital of France is\""),
                        explain("{{nth_token 12}}"),
                        set("\"generated\": 2"),
                        explain("{{nth_token 14}}"),
                        wait("\"press\": \"step\", \"times\": 2"),
                        explain("{{nth_token 16}}"),
                        wait("\"press\": \"back\""),
                        explain("{{nth_token 15}}"),
                        explain("{{nth_token 16}}"),
                        wait("\"type_text\": 2"),
                        explain("{{nth_token 99}}: who knows what was typed")))
                .singleElement()
                .asString()
                .startsWith("x.json:11: ");
    }

    @Test
    void whatIsDoneAlreadyIsNoTask() {
        assertThat(mistakes(
                        set("\"screen\": \"lens\", \"level\": 30, \"temperature\": 0.5"),
                        wait("\"screen\": \"lens\""),
                        wait("\"level\": \"last_level\""),
                        wait("\"level\": 3"),
                        wait("\"level\": 30"),
                        wait("\"temperature\": 0.5"),
                        wait("\"choose_sentence\": true"),
                        wait("\"level\": 30")))
                .extracting(mistake -> mistake.substring(0, 12))
                .containsExactly("x.json:4: Th", "x.json:5: Th", "x.json:8: Th");
    }

    @Test
    void aTextTooLongForTheModelIsToldOnce() {
        String text = "a ".repeat(9_000);
        assertThat(mistakes(set("\"layer\": 1,\"text\": \"" + text + "\""), explain("{{best_token}}")))
                .singleElement()
                .asString()
                .startsWith("x.json:3: The prompt has ");
    }

    @Test
    void aModelThatIsTooSmallIsToldNotBlamed() {
        assertThat(LessonChecker.unmet(new Requirements(30, true, true), MODEL)).isEmpty();
        assertThat(LessonChecker.unmet(new Requirements(31, false, false), MODEL))
                .contains("This lesson needs a model of at least 31 layers; this one has 30.");
    }
}
