package tokenwalk.runtime.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tokenwalk.runtime.Golden;

class TokenizeCommandTest {
    @Test
    void idsAreThoseOfTheReference() {
        Golden.Json golden = Golden.read("smollm2/capital").json();

        CommandRun run = CommandRun.withInput(new Gson().toJson(golden.prompt()) + "\n", "tokenize");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(new Gson().toJson(golden.ids()) + "\n");
    }

    @Test
    void whatWasTokenizedComesBackLineByLine() {
        List<String> texts = List.of("Zürich\n– «Größe»", "", "a <|im_end|> b", "日本語 🙂", "\t\"quoted\" \\ <b>&</b>");
        String input = texts.stream().map(new Gson()::toJson).collect(Collectors.joining("\n"));

        CommandRun ids = CommandRun.withInput(input, "tokenize");
        CommandRun back = CommandRun.withInput(ids.out(), "detokenize");

        assertThat(ids.lines()).hasSize(texts.size()).element(1).isEqualTo("[]");
        assertThat(back.lines().stream().map(line -> new Gson().fromJson(line, String.class)))
                .isEqualTo(texts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "plain", "'single'", "", "[\"a\"]", "\"a\" \"b\"", "\"open", "null"})
    void aLineThatIsNoStringIsNamedAndThoseBeforeItAreAnswered(String line) {
        CommandRun run = CommandRun.withInput("\"Hello\"\n" + line + "\n", "tokenize");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.lines()).hasSize(1);
        assertThat(run.err()).startsWith("Line 2 ").contains("JSON string").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "[1.5]", "[\"a\"]", "[1", "[99999]", "[-1]", "[1] [2]"})
    void aLineThatIsNoListOfIdsIsNamed(String line) {
        CommandRun run = CommandRun.withInput("[19556]\n" + line + "\n", "detokenize");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.lines()).containsExactly("\"Hello\"");
        assertThat(run.err()).startsWith("Line 2").hasLineCount(1);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        CommandRun run = CommandRun.withInput("\"Zürich\"".getBytes(ISO_8859_1), "tokenize");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("Line 1 is not UTF-8").hasLineCount(1);
    }
}
