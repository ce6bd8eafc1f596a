package tokenwalk.lessons.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tokenwalk.lessons.fact.Expression.NumberLiteral;
import tokenwalk.lessons.fact.Expressions;
import tokenwalk.lessons.lesson.Answer;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.lesson.Step;
import tokenwalk.lessons.lesson.Task;
import tokenwalk.lessons.place.Place;

/** What a lesson file says becomes a lesson, or all that is wrong with it is told. */
class LessonReaderTest {
    private static LessonFile read(String json) {
        return LessonReader.read("x.json", "x", json.getBytes(UTF_8), _ -> Optional.empty());
    }

    private static List<String> mistakes(String json) {
        return read(json).mistakes().stream().map(Mistake::toString).toList();
    }

    /** A lesson whose steps begin on line 7, each on lines of its own. */
    private static String lessonWith(String... steps) {
        return """
                {
                  "format": 1,
                  "title": "A lesson",
                  "audience": "Everyone", "minutes": 5,
                  "goals": ["See it"],
                  "steps": [
                %s
                ]}
                """.formatted(String.join(",\n", steps));
    }

    private static Step onlyStep(String step) {
        LessonFile file = read(lessonWith(step));
        assertThat(file.mistakes()).isEmpty();
        return file.lesson().orElseThrow().steps().getFirst();
    }

    @Test
    void aWholeFileIsALesson() throws Exception {
        Lesson lesson = read(FormatDocumentationTest.example()).lesson().orElseThrow();
        assertThat(lesson.id()).isEqualTo("x");
        assertThat(lesson.about().minutes()).isEqualTo(5);
        assertThat(lesson.requires().layers()).isEqualTo(8);
        assertThat(lesson.text()).contains("The capital of Germany is Berlin. The capital of France is");
        assertThat(lesson.steps()).hasSize(7);
        assertThat(lesson.after(3, false)).contains(5);
        assertThat(lesson.after(6, true)).isEmpty();
        assertThat(((Answer.Choice) ((Step.Ask) lesson.steps().get(4)).answer()).correct())
                .isEqualTo(1);
    }

    @Test
    void aStateHoldsWhatIsWrittenAndLeavesTheRest() {
        Step.Set set = (Step.Set) onlyStep(
                "{\"step\": \"set\", \"state\": {\"screen\": \"self-check\", \"layer\": 3, \"level\": \"last_level\","
                        + " \"top_k\": 5, \"stop\": [\"\\n\"], \"generated\": 2, \"vectors\": true}}");
        assertThat(set.frame().text().isEmpty()).isTrue();
        assertThat(set.state().screen()).contains(Place.SELF_CHECK);
        assertThat(set.state().text()).isEmpty();
        assertThat(set.state().selection().layer()).contains(new NumberLiteral(3));
        assertThat(set.state().selection().level()).contains(Expressions.parse("last_level"));
        assertThat(set.state().selection().head()).isEmpty();
        assertThat(set.state().knobs()).isEqualTo(Map.of(Task.Knob.TOP_K, 5.0));
        assertThat(set.state().choosing().stopStrings()).contains(List.of("\n"));
        assertThat(set.state().choosing().generated()).contains(2);
        assertThat(set.state().choosing().drawing()).isEmpty();
        assertThat(set.state().vectors()).contains(true);
    }

    @Test
    void aChatIsAnExpressionWhateverItsQuotes() {
        Step.Set set = (Step.Set) onlyStep("{\"step\": \"set\", \"state\": {\"chat\": \"What's up?\"}}");
        assertThat(set.state().text()).contains(Expressions.parse("chat_prompt 'What''s up?'"));
    }

    @Test
    void aTaskMayWaitForSeveralPresses() {
        Step.Do task = (Step.Do)
                onlyStep(
                        "{\"step\": \"do\", \"text\": \"t\", \"until\": {\"press\": \"sample\", \"times\": 1000}, \"hint\": \"h\"}");
        assertThat(task.until()).isEqualTo(new Task.Press(Task.Button.SAMPLE, 1000));
        assertThat(task.hint().after()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void everyMistakeIsToldWithItsLineAndMend() {
        assertThat(mistakes("""
                {
                  "format": 2,
                  "titel": "A lesson",
                  "audience": 3,
                  "minutes": 0,
                  "goals": [],
                  "minutes": 5,
                  "steps": [
                    {"step": "explian", "text": "t"},
                    {"step": "explain",
                     "text": "{{best_tokn}}",
                     "highlight": ["candidate bar",
                                   "layer 3", "bars 3"]},
                    {"step": "do", "text": "t",
                     "until": {
                       "levle": 3}},
                    {"step": "set",
                     "state": {"screen": "lense",
                               "token": 0,
                               "head":
                                 "nonsense 3"}},
                    {"step": "ask", "text": "t", "answer":
                      {"choices": ["a", "b"],
                       "correct": 3}},
                    {"step": "ask", "text": "t"}
                  ]
                }
                """))
                .containsExactly(
                        "x.json:1: A lesson has no «title». Add one.",
                        "x.json:2: This program does not know the format that this lesson is written in."
                                + " It must be 1; a newer Tokenwalk may know others.",
                        "x.json:3: A lesson has no key «titel». Did you mean «title»?",
                        "x.json:4: This is a number. It must be a text in quotes.",
                        "x.json:5: 0 is out of range. It must be a whole number from 1 to 600.",
                        "x.json:6: This list is empty. Add at least one goal.",
                        "x.json:7: «minutes» is written twice. Keep one of the two.",
                        "x.json:9: There is no kind of step «explian». Did you mean «explain»?",
                        "x.json:11: There is no fact «best_tokn» (in {{best_tokn}}, character 1). Did you mean «best_token»?",
                        "x.json:12: There is no target «candidate bar». Did you mean «candidate bars»?",
                        "x.json:13: There is no target «bars 3». All there are stand in docs/lesson-format.md.",
                        "x.json:16: A task has no key «levle». Did you mean «level»?",
                        "x.json:18: There is no screen «lense». Did you mean «lens»?",
                        "x.json:19: 0 is out of range. It must be a whole number from 1.",
                        "x.json:21: There is no fact «nonsense» (in {{nonsense 3}}, character 1)."
                                + " All there are stand in docs/lesson-format.md.",
                        "x.json:24: 3 is out of range. It must be a whole number from 1 to 2.",
                        "x.json:25: A step «ask» has no «answer». Add one.");
    }

    @Test
    void theWayThroughALessonIsChecked() {
        assertThat(mistakes(lessonWith(
                        "{\"step\": \"explain\", \"text\": \"t\", \"id\": \"a\"}",
                        "{\"step\": \"explain\", \"text\": \"t\", \"id\": \"a\", \"next\": \"end\"}",
                        "{\"step\": \"explain\", \"text\": \"nobody comes here\"}",
                        "{\"step\": \"explain\", \"text\": \"nor here, but by the one above\"}",
                        "{\"step\": \"explain\", \"text\": \"t\", \"id\": \"end\"}",
                        "{\"step\": \"ask\", \"text\": \"t\", \"answer\": {\"open\": true}, \"if_wrong\": \"ende\"}",
                        "{\"step\": \"explain\", \"text\": \"t\", \"next\": \"end\"}")))
                .containsExactly(
                        "x.json:8: Another step has the id «a» already. Choose another.",
                        "x.json:9: No step leads here. Remove this step, or name it in the «next» or «if_wrong» of another.",
                        "x.json:12: No step has the id «ende». Did you mean «end»?",
                        "x.json:13: This leads back, and from there no way leads to the end."
                                + " Remove it, or let a step on the way go on to one below.");
    }

    @Test
    void aWrongAnswerMayLeadBackAndRoundAgain() {
        assertThat(mistakes(lessonWith(
                        "{\"step\": \"explain\", \"text\": \"t\", \"id\": \"again\"}",
                        "{\"step\": \"ask\", \"text\": \"t\", \"answer\": {\"number\": 1}, \"if_wrong\": \"again\"}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|1|The file ends in the middle.",
                "`{\n\"format\": 1,`|2|The file ends in the middle.",
                "`{\n\"format\": 1\n\"title\": 2}`|3|This is no JSON.",
                "`{\n\"format\": 1,\n}`|3|This is no JSON.",
                "`{\n'format': 1}`|2|This is no JSON.",
                "`{\n\"format\":\nNaN}`|3|This is no JSON.",
                "`{}\n\n{}`|3|This is no JSON.",
                "`{\n\n// a comment\n}`|3|This is no JSON.",
                "`[\n\n1\n\n]`|1|This is a list.",
            })
    void whatIsNoJsonIsToldWhereItBreaks(String json, int line, String what) {
        Mistake mistake = read(json).mistakes().getFirst();
        assertThat(mistake.what()).isEqualTo(what);
        assertThat(mistake.line()).isEqualTo(line);
        assertThat(mistake.mend()).isNotEmpty();
    }

    @Test
    void linesAreThoseWhereValuesBegin() throws Exception {
        JsonNode.Fields root =
                (JsonNode.Fields) JsonTree.read("{\r\n\"a\":\r\n12\r\n,\"b\"\n:[\ntrue\n,\nnull],\n\"c\": \"x\"}");
        assertThat(root.fields()).extracting(JsonNode.Field::line).containsExactly(2, 4, 9);
        assertThat(root.fields()).extracting(field -> field.value().line()).containsExactly(3, 5, 9);
        JsonNode.Items list = (JsonNode.Items) root.fields().get(1).value();
        assertThat(list.items()).extracting(JsonNode::line).containsExactly(6, 8);
    }

    @Test
    void aFileInAnotherEncodingIsToldSo() {
        byte[] latin = lessonWith("{\"step\": \"explain\", \"text\": \"für\"}").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(LessonReader.read("x.json", "x", latin, _ -> Optional.empty())
                        .mistakes())
                .extracting(Mistake::toString)
                .containsExactly("x.json:1: This file is not in UTF-8. Save it again with the encoding UTF-8.");
    }

    @Test
    void whatTheLearnerCannotReachIsNoTask() {
        assertThat(mistakes(lessonWith(
                        "{\"step\": \"do\", \"text\": \"t\", \"until\": {\"temperature\": 0.75}}",
                        "{\"step\": \"do\", \"text\": \"t\", \"until\": {\"choose_sentence\": \"Mine\"}}",
                        "{\"step\": \"do\", \"text\": \"t\", \"until\": {\"level\": 1, \"head\": 2}}")))
                .hasSize(3)
                .element(0)
                .isEqualTo("x.json:7: 0.75 is out of range."
                        + " It must be a number from 0 to 2 in steps of 0.1, where the slider stops.");
    }
}
