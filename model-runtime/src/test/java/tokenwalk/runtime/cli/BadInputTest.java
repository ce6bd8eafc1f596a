package tokenwalk.runtime.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tokenwalk.runtime.BundledModel;

/** What is wrong gets one line that says so, and never a stack trace. */
class BadInputTest {
    /** More than the header of the bundled model, less than the whole. */
    private static final int HEADER = 4_000_000;

    @TempDir
    Path folder;

    private static void assertRefused(int exitCode, String reason, String... arguments) {
        CommandRun run = CommandRun.of(arguments);

        assertThat(run.err()).hasLineCount(1).endsWith("\n").contains(reason).doesNotContain("Exception", "\tat ");
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prompt '' | The prompt is empty",
                "--prompt x --temperature -0.1 | The temperature is -0.1",
                "--prompt x --temperature NaN | The temperature is NaN",
                "--prompt x --temperature warm | 'warm' is not a number",
                "--prompt x --top-p 0 | Top-p is 0.0",
                "--prompt x --top-p 1.01 | Top-p is 1.01",
                "--prompt x --top-k -1 | Top-k is -1",
                "--prompt x --top-k 1.5 | '1.5' is not a whole number",
                "--prompt x --max-tokens -1 | maximum of new tokens is -1",
                "--prompt x --seed dice | 'dice' is not a whole number",
                "--prompt x --stop '' | stop string is empty",
                "--prompt x --stop | Missing required parameter for option '--stop'",
                "--prompt x --temprature 1 | Did you mean --temperature?",
                "--prompt x y | Unmatched argument",
                "--prompt x --prompt y | only once",
                "--chat | Missing required option: '--prompt"
            },
            quoteCharacter = '"')
    void wrongUsageOfGenerateIsRefused(String arguments, String reason) {
        assertRefused(2, reason, words("generate " + arguments));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trace --prompt x | give --out, --json or both",
                "trace --prompt '' --json a | The prompt is empty",
                "trace --prompt x --out a --json ./a | the same file",
                "bench --threads 0 | --threads is 0",
                "bench --prompt-tokens -5 | --prompt-tokens is -5",
                "bench --new-tokens 0 | --new-tokens is 0",
                "info --model | Missing required parameter for option '--model'",
                "inof | Did you mean info",
                "info --nonsense | Unknown option: '--nonsense'"
            },
            quoteCharacter = '"')
    void wrongUsageOfOthersIsRefused(String arguments, String reason) {
        assertRefused(2, reason, words(arguments));
    }

    private static String[] words(String arguments) {
        return List.of(arguments.split(" ")).stream()
                .map(word -> word.equals("''") ? "" : word)
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"generate --prompt x", "trace --prompt x --json never.json", "tokenize", "detokenize", "bench"})
    void everyCommandRefusesAModelThatIsNotThere(String command) {
        assertRefused(1, "There is no file", words(command + " --model " + folder.resolve("none.gguf")));
    }

    @Test
    void aFolderIsNoModel() {
        assertRefused(1, "holds no config.json", "info", "--model", folder.toString());
    }

    @Test
    void aForeignFileIsNoModel() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.gguf"), "Dear reader,\nthis is no model.\n");

        assertRefused(1, "is not a GGUF file", "info", "--model", file.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 30, 1_000_000, HEADER})
    void aTruncatedModelIsRefused(int length) throws IOException {
        Path file = Files.write(folder.resolve("short.gguf"), head(length));

        assertRefused(1, length == 3 ? "is not a GGUF file" : "truncated", "info", "--model", file.toString());
    }

    @Test
    void anUnknownArchitectureIsNamed() throws IOException {
        byte[] bytes = Files.readAllBytes(BundledModel.FILE);
        int at = new String(head(HEADER), ISO_8859_1).indexOf("general.architecture") + "general.architecture".length();
        // Behind the key: the type of the value, the length of the text, the text «llama».
        System.arraycopy("bloom".getBytes(UTF_8), 0, bytes, at + 4 + 8, 5);
        Path file = Files.write(folder.resolve("bloom.gguf"), bytes);

        assertRefused(1, "architecture «bloom», which is not read here", "info", "--model", file.toString());
    }

    @Test
    void anUnknownTensorTypeIsNamed() throws IOException {
        byte[] bytes = head(HEADER);
        String name = "token_embd.weight";
        int at = new String(bytes, ISO_8859_1).indexOf(name) + name.length();
        // Behind the name: the number of dimensions, two sizes, the type.
        bytes[at + 4 + 16] = 16;
        Path file = Files.write(folder.resolve("iq2_xxs.gguf"), bytes);

        assertRefused(1, "has type 16, which is not read here", "info", "--model", file.toString());
    }

    private static byte[] head(int length) throws IOException {
        try (InputStream in = Files.newInputStream(BundledModel.FILE)) {
            return in.readNBytes(length);
        }
    }

    @Test
    void aPromptLongerThanTheContextIsRefused() {
        String tooLong = "word ".repeat(8_200);

        assertRefused(1, "the model's context holds", "generate", "--prompt", tooLong);
        assertRefused(1, "the model's context holds", "generate", "--chat", "--prompt", tooLong);
        assertRefused(1, "the model's context of 8192", "bench", "--prompt-tokens", "8192");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() {
        Path file = folder.resolve("none").resolve("trace.json");

        assertRefused(1, "there is no folder", "trace", "--prompt", "x", "--json", file.toString());
        assertRefused(1, "is a folder", "trace", "--prompt", "x", "--out", folder.toString());
    }

    @Test
    void theModelIsNotOverwritten() {
        String model = BundledModel.FILE.toString();

        assertRefused(2, "The model itself would be overwritten", "trace", "--prompt", "x", "--out", model);
    }

    @Test
    void aReaderThatHasEnoughIsNoError() {
        assertThat(CommandRun.withLostOutput("Broken pipe", "info")).isEqualTo(new CommandRun(0, "", ""));
        assertThat(CommandRun.withLostOutput("The pipe is being closed", "info").err())
                .isEmpty();
    }

    @Test
    void outputThatCannotBeWrittenIsAnError() {
        CommandRun run = CommandRun.withLostOutput("No space left on device", "info");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).hasLineCount(1).startsWith("Cannot write to standard output: No space left on device.");
    }

    @Command(name = "broken")
    private static final class Broken implements Runnable {
        @Mixin
        private final ModelOptions options = new ModelOptions();

        @Override
        public void run() {
            throw new IllegalStateException("a\nbug");
        }
    }

    @Command(name = "greedy")
    private static final class Greedy implements Runnable {
        @Override
        public void run() {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    @Test
    void wantOfMemoryIsToldToo() {
        CommandRun run = CommandRun.withCommand(new Greedy(), "greedy");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).hasLineCount(1).contains("not enough memory");
    }

    @Test
    void anErrorInTheProgramIsOneLineUnlessDebugAsksForMore() {
        CommandRun brief = CommandRun.withCommand(new Broken(), "broken");
        CommandRun full = CommandRun.withCommand(new Broken(), "broken", "--debug");

        assertThat(brief.exitCode()).isEqualTo(1);
        assertThat(brief.err()).hasLineCount(1).contains("unexpected", "--debug");
        assertThat(full.err()).containsPattern("\\tat .*BadInputTest");
    }
}
