package tokenwalk.lessons.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema, with which editors help, and the reader, which decides, agree. */
class SchemaTest {
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream in = LessonReader.class.getResourceAsStream("lesson.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> complaints(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static List<Mistake> mistakes(String json) {
        return LessonReader.read("x.json", "x", json.getBytes(UTF_8), _ -> Optional.empty())
                .mistakes();
    }

    private static String lessonWith(String step) {
        return """
                {"format": 1, "title": "t", "audience": "a", "minutes": 5, "goals": ["g"], "steps": [%s]}
                """.formatted(step);
    }

    private static String withTask(String task) {
        return lessonWith("{\"step\": \"do\", \"text\": \"t\", \"until\": " + task + "}");
    }

    private static String withState(String state) {
        return lessonWith("{\"step\": \"set\", \"state\": " + state + "}");
    }

    private static String withAnswer(String answer) {
        return lessonWith("{\"step\": \"ask\", \"text\": \"t\", \"answer\": " + answer + "}");
    }

    private static void bothAccept(String json) {
        assertThat(mistakes(json)).as(json).isEmpty();
        assertThat(complaints(json)).as(json).isEmpty();
    }

    private static void bothRefuse(String json) {
        assertThat(mistakes(json)).as(json).isNotEmpty();
        assertThat(complaints(json)).as(json).isNotEmpty();
    }

    @Test
    void theExampleAndTheLessonsThatShipAreValid() throws IOException {
        bothAccept(FormatDocumentationTest.example());
        Path bundled =
                Path.of(System.getProperty("tokenwalk.home"), "lessons/src/main/resources/tokenwalk/lessons/bundled");
        if (Files.isDirectory(bundled)) {
            try (DirectoryStream<Path> lessons = Files.newDirectoryStream(bundled, "*.json")) {
                for (Path lesson : lessons) {
                    assertThat(complaints(Files.readString(lesson)))
                            .as(lesson.toString())
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"choose_sentence\": true}",
                "{\"choose_sentence\": false}",
                "{\"choose_sentence\": \" \"}",
                "{\"choose_sentence\": 1}",
                "{\"type_text\": 3}",
                "{\"type_text\": 0}",
                "{\"type_text\": 501}",
                "{\"choose_token\": 1}",
                "{\"choose_token\": 0}",
                "{\"choose_token\": \"last\"}",
                "{\"choose_token\": null}",
                "{\"level\": 0}",
                "{\"level\": -1}",
                "{\"level\": 1.5}",
                "{\"level\": \"last_level\"}",
                "{\"layer\": 3}",
                "{\"layer\": true}",
                "{\"head\": 2}",
                "{\"head\": []}",
                "{\"vectors\": true}",
                "{\"vectors\": false}",
                "{\"screen\": \"lens\"}",
                "{\"screen\": \"Lens\"}",
                "{\"press\": \"step\"}",
                "{\"press\": \"jump\"}",
                "{\"press\": \"sample\", \"times\": 1000}",
                "{\"press\": \"sample\", \"times\": 0}",
                "{\"times\": 3}",
                "{\"level\": 3, \"times\": 3}",
                "{\"temperature\": 0.5}",
                "{\"temperature\": 0.3}",
                "{\"temperature\": 0.7}",
                "{\"temperature\": 2}",
                "{\"temperature\": 0.55}",
                "{\"temperature\": 2.1}",
                "{\"temperature\": \"0.5\"}",
                "{\"top_k\": 5}",
                "{\"top_k\": 11}",
                "{\"top_k\": 5.0}",
                "{\"top_p\": 0.9}",
                "{\"top_p\": 0.35}",
                "{\"top_p\": 0.15}",
                "{\"top_p\": 0}",
                "{\"top_p\": 0.92}",
                "{\"seed\": 7}",
                "{\"seed\": 1000000000}",
                "{\"maximum\": 20}",
                "{\"maximum\": 0}",
                "{\"drawing\": false}",
                "{\"drawing\": \"yes\"}",
                "{\"level\": 1, \"layer\": 1}",
                "{\"jump\": 1}",
                "[]",
                "3",
                "null"
            })
    void tasks(String task) {
        bothAgree(withTask(task));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"screen\": \"self-check\"}",
                "{\"screen\": \"self check\"}",
                "{\"text\": \"a\"}",
                "{\"text\": \"\"}",
                "{\"text\": \"a\", \"chat\": \"b\"}",
                "{\"layer\": 3, \"head\": 1}",
                "{\"token\": \"last\", \"level\": \"last_level\"}",
                "{\"token\": 0}",
                "{\"temperature\": 0.55}",
                "{\"temperature\": -1}",
                "{\"top_k\": 0}",
                "{\"top_k\": 0.5}",
                "{\"top_k\": 12345}",
                "{\"top_p\": 0}",
                "{\"top_p\": 1}",
                "{\"top_p\": 0.01}",
                "{\"seed\": -1}",
                "{\"maximum\": 1001}",
                "{\"drawing\": 1}",
                "{\"stop\": [\"\\n\"]}",
                "{\"stop\": [\"\"]}",
                "{\"stop\": \".\"}",
                "{\"generated\": 0}",
                "{\"generated\": 1001}",
                "{\"generated\": 1e3}",
                "{\"vectors\": false}",
                "{\"speed\": 1}",
                "[]",
                "true"
            })
    void states(String state) {
        bothAgree(withState(state));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"open\": true}",
                "{\"open\": false}",
                "{\"open\": true, \"tolerance\": 1}",
                "{\"choices\": [\"a\", \"b\"], \"correct\": 1}",
                "{\"choices\": [\"a\", \"b\"], \"correct\": 0}",
                "{\"choices\": [\"a\"], \"correct\": 1}",
                "{\"choices\": [], \"correct\": 1}",
                "{\"choices\": [\"a\", \"b\"]}",
                "{\"choices\": [\"a\", 2], \"correct\": 1}",
                "{\"number\": 3}",
                "{\"number\": -3.5, \"tolerance\": 0.5}",
                "{\"number\": 3, \"tolerance\": -1}",
                "{\"number\": \"layers\"}",
                "{\"number\": null}",
                "{\"token\": \"best_token\"}",
                "{\"token\": 3}",
                "{\"token\": \"best_token\", \"open\": true}",
                "{\"free\": true}",
                "\"open\""
            })
    void answers(String answer) {
        bothAgree(withAnswer(answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"step\": \"explain\", \"text\": \"t\"}",
                "{\"step\": \"explain\"}",
                "{\"step\": \"explain\", \"text\": \" \"}",
                "{\"step\": \"show\", \"text\": \"t\"}",
                "{\"step\": \"explain\", \"text\": \"t\", \"hint\": \"h\"}",
                "{\"step\": \"set\", \"text\": \"t\"}",
                "{\"step\": \"explain\", \"text\": \"t\", \"id\": \"a\", \"notes\": \"n\", \"highlight\": [\"tokens\"]}",
                "{\"step\": \"explain\", \"text\": \"t\", \"highlight\": \"tokens\"}",
                "{\"step\": \"do\", \"text\": \"t\"}",
                "{\"step\": \"do\", \"text\": \"t\", \"until\": {\"level\": 1}, \"hint\": \"h\", \"hint_after\": 5}",
                "{\"step\": \"do\", \"text\": \"t\", \"until\": {\"level\": 1}, \"hint_after\": -5}",
                "{\"step\": \"do\", \"text\": \"t\", \"until\": {\"level\": 1}, \"hint_after\": 1.5}",
                "{\"step\": \"predict\", \"text\": \"t\", \"answer\": {\"open\": true}}",
                "{\"step\": \"predict\", \"text\": \"t\", \"answer\": {\"open\": true}, \"reveal\": \"r\"}",
                "{\"step\": \"predict\", \"text\": \"t\", \"answer\": {\"open\": true}, \"reveal\": \"r\", \"cover\": []}",
                "{\"step\": \"predict\", \"text\": \"t\", \"answer\": {\"open\": true}, \"reveal\": \"r\", \"if_wrong\": \"x\"}",
                "{\"step\": \"ask\", \"text\": \"t\"}",
                "\"explain\"",
                "{\"text\": \"t\"}",
                "{\"step\": 1, \"text\": \"t\"}"
            })
    void steps(String step) {
        bothAgree(lessonWith(step));
    }

    @Test
    void whatSurroundsTheSteps() {
        String whole = lessonWith("{\"step\": \"explain\", \"text\": \"t\"}");
        bothAccept(whole);
        bothAccept(whole.replace("\"format\"", "\"requires\": {\"layers\": 8}, \"text\": \"a\", \"format\""));
        bothRefuse(whole.replace("\"format\": 1", "\"format\": 2"));
        bothRefuse(whole.replace("\"format\": 1", "\"format\": \"1\""));
        bothRefuse(whole.replace("\"format\": 1,", ""));
        bothRefuse(whole.replace("\"title\": \"t\",", ""));
        bothRefuse(whole.replace("\"minutes\": 5", "\"minutes\": 0"));
        bothRefuse(whole.replace("\"minutes\": 5", "\"minutes\": \"5\""));
        bothRefuse(whole.replace("[\"g\"]", "[]"));
        bothRefuse(whole.replace("[\"g\"]", "\"g\""));
        bothRefuse(whole.replace("\"format\"", "\"author\": \"me\", \"format\""));
        bothRefuse(whole.replace("\"format\"", "\"requires\": {\"layer\": 8}, \"format\""));
        bothRefuse(whole.replace("\"format\"", "\"requires\": {\"layers\": 0}, \"format\""));
        bothRefuse(lessonWith(""));
        bothRefuse("[]");
    }

    private static void bothAgree(String json) {
        assertThat(complaints(json).isEmpty())
                .as("%s%nreader: %s%nschema: %s", json, mistakes(json), complaints(json))
                .isEqualTo(mistakes(json).isEmpty());
    }
}
