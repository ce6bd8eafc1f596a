package tokenwalk.lessons.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tokenwalk.runtime.cli.RuntimeCommands;

/** {@code lessons check} prints one line a mistake and a summary; its exit code tells a script. */
class CheckCommandTest {
    @Command(name = "tokenwalk")
    private static final class Root {}

    private record Run(int exitCode, List<String> out, List<String> err) {
        static Run of(String... arguments) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int exitCode = RuntimeCommands.addTo(LessonCommands.addTo(new CommandLine(new Root())))
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(err, true))
                    .execute(arguments);
            return new Run(
                    exitCode,
                    out.toString().lines().toList(),
                    err.toString().lines().toList());
        }
    }

    @TempDir
    private Path folder = Path.of("");

    private void write(String name, String requires, String text) throws IOException {
        String lesson = """
                {"format": 1, "title": "t", "audience": "a", "minutes": 5, "goals": ["g"], %s "text": "Hello world",
                "steps": [{"step": "explain", "text": "%s"}]}
                """.formatted(requires, text);
        Files.writeString(folder.resolve(name), lesson, UTF_8);
    }

    @Test
    void lessonsWithoutMistakesAreWell() throws IOException {
        write("01.json", "", "{{nth_token 2}}");
        write("02.json", "", "Read.");
        assertThat(Run.of("lessons", "check", folder.toString()))
                .isEqualTo(new Run(0, List.of("2 lessons, no mistakes."), List.of()));
    }

    @Test
    void mistakesOfTheFileAndOfTheModelAreTold() throws IOException {
        write("01.json", "", "{{nth_token 3}}");
        write("02.json", "\"extra\": 1,", "Read.");
        write("03.json", "\"requires\": {\"layers\": 31},", "{{nth_token 3}}");
        Run run = Run.of("lessons", "check", folder.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).hasSize(4);
        assertThat(run.out().get(0)).startsWith("01.json:2: ");
        assertThat(run.out().get(1)).startsWith("02.json:1: A lesson has no key «extra».");
        assertThat(run.out().get(2))
                .isEqualTo("03.json: not checked with the model."
                        + " This lesson needs a model of at least 31 layers; this one has 30.");
        assertThat(run.out().get(3)).isEqualTo("2 mistakes in 2 of 3 lessons.");
    }

    @Test
    void aModelThatCannotBeOpenedIsToldInOneLine() throws IOException {
        write("01.json", "", "Read.");
        Run run = Run.of(
                "lessons", "check", "--model", folder.resolve("none.gguf").toString(), folder.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).hasSize(1);
    }

    @Test
    void whatIsNoPackIsToldInOneLine() {
        Run run = Run.of("lessons", "check", folder.resolve("none").toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).singleElement().asString().contains("Give a folder, a zip file or a .json file.");
    }

    @Test
    void wrongUsageIsToldWithExitCodeTwo() {
        for (List<String> arguments : List.of(
                List.of("lessons"),
                List.of("lessons", "check"),
                List.of("lessons", "chek"),
                List.of("lessons", "check", "--fast", "x"))) {
            Run run = Run.of(arguments.toArray(String[]::new));
            assertThat(run.exitCode()).as(arguments.toString()).isEqualTo(2);
            assertThat(run.err()).as(arguments.toString()).hasSize(1);
        }
    }
}
