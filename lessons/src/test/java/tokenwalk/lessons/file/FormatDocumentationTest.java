package tokenwalk.lessons.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tokenwalk.lessons.fact.FactCatalogue;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.lesson.Step;
import tokenwalk.lessons.lesson.Task;
import tokenwalk.lessons.place.Part;
import tokenwalk.lessons.place.Place;
import tokenwalk.runtime.model.BundledModelFile;
import tokenwalk.runtime.model.ModelLoader;

/** What docs/lesson-format.md says is so. */
class FormatDocumentationTest {
    private static String documentation() throws IOException {
        return Files.readString(Path.of(System.getProperty("tokenwalk.home"), "docs", "lesson-format.md"));
    }

    /** @return the complete example that the documentation gives */
    static String example() throws IOException {
        String text = documentation();
        int begin = text.indexOf("```json\n") + "```json\n".length();
        return text.substring(begin, text.indexOf("```", begin));
    }

    @Test
    void theExampleIsALessonWithoutMistakes() throws IOException {
        LessonFile file =
                LessonReader.read("example.json", "example", example().getBytes(UTF_8), _ -> Optional.empty());
        assertThat(file.mistakes()).isEmpty();
        assertThat(LessonChecker.check(file, new ModelLoader().open(BundledModelFile.path(), (_, _) -> {})))
                .isEmpty();
    }

    @Test
    void theExampleShowsEveryKindOfStep() throws IOException {
        Lesson lesson = LessonReader.read("example.json", "example", example().getBytes(UTF_8), _ -> Optional.empty())
                .lesson()
                .orElseThrow();
        assertThat(lesson.steps().stream().map(Step::getClass).distinct())
                .hasSize(Step.class.getPermittedSubclasses().length);
    }

    @Test
    void allScreensAreListed() throws IOException {
        String screens = Arrays.stream(Place.values())
                .map(place -> "`" + place.written() + "`")
                .collect(Collectors.joining(", "));
        assertThat(documentation()).contains("## Screens\n\n" + screens + "\n");
    }

    @Test
    void allTargetsAreListed() throws IOException {
        String table = Arrays.stream(Part.values())
                .map(part -> "| `%s` | %s | %s |\n"
                        .formatted(
                                part.written(),
                                part.numbered() == Part.Numbered.NOTHING
                                        ? ""
                                        : part.numbered().name().toLowerCase(Locale.ROOT),
                                part.place()
                                        .map(place -> "`" + place.written() + "`")
                                        .orElse("every")))
                .collect(Collectors.joining());
        assertThat(documentation()).contains("| target | counts | screen |\n| --- | --- | --- |\n" + table + "\n");
    }

    @Test
    void allFactsAreListed() throws IOException {
        assertThat(documentation()).contains("\n" + FactCatalogue.markdown() + "\n");
    }

    @Test
    void allKnobsAndButtonsAreListed() throws IOException {
        String text = documentation();
        for (Task.Knob knob : Task.Knob.values()) {
            assertThat(text).contains("| `" + knob.name().toLowerCase(Locale.ROOT) + "` |");
        }
        for (Task.Button button : Task.Button.values()) {
            assertThat(text).contains("`" + button.name().toLowerCase(Locale.ROOT) + "`");
        }
    }
}
