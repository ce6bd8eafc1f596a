package tokenwalk.lessons.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tokenwalk.runtime.cli.RuntimeCommands;

/** {@code lessons list} and {@code lessons print}, as typed. */
class PrintCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Command(name = "tokenwalk")
    private static final class Root {}

    private record Ran(int exitCode, String out, String err) {}

    private static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine root = RuntimeCommands.addTo(LessonCommands.addTo(new CommandLine(new Root())))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return new Ran(root.execute(arguments), out.toString(), err.toString());
    }

    @Test
    void theLessonsThatShipAreListedInOrder() {
        Ran list = run("lessons", "list");
        assertThat(list.err()).isEmpty();
        assertThat(list.out().lines())
                .hasSizeGreaterThanOrEqualTo(10)
                .allMatch(line -> line.matches("\\S+ +\\d+ min  .+"));
        assertThat(list.out().lines()).isSorted();
    }

    @Test
    void aWorksheetIsNamedByTheBeginningOfItsId() throws IOException {
        Path file = folder.resolve("sheet.pdf");
        assertThat(run("lessons", "print", "worksheet", "4", "--out", file.toString(), "--paper", "letter"))
                .isEqualTo(new Ran(0, "", ""));
        try (PdfReader reader = new PdfReader(Files.readAllBytes(file))) {
            assertThat(reader.getPageSize(1).getWidth()).isEqualTo(612);
        }
    }

    @Test
    void whatIsMissingOrWrongIsToldInOneLine() {
        String file = folder.resolve("sheet.pdf").toString();
        assertThat(told(run("lessons", "print", "key", "none", "--out", file)))
                .contains("Name one lesson; there are 01-", ", 10-");
        assertThat(told(run("lessons", "print", "key", "0", "--out", file)))
                .startsWith("Name one lesson; there are 01-");
        assertThat(told(run("lessons", "print", "flashcards", "--per-page", "3", "--out", file)))
                .contains("--per-page is 1 or 8, not 3");
        assertThat(told(run("lessons", "print", "flashcards"))).contains("--out");
        assertThat(told(run("lessons", "print"))).contains("subcommand");
        assertThat(folder).isEmptyDirectory();
    }

    private static String told(Ran ran) {
        assertThat(ran.exitCode()).isNotZero();
        assertThat(ran.err().lines()).hasSize(1);
        return ran.err();
    }
}
