package tokenwalk.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tokenwalk.runtime.Golden;
import tokenwalk.runtime.weights.SafetensorsFile;

/** The files that {@code trace} writes, against those of the reference. */
class TraceCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"capital", "fox"})
    void bothFilesAgreeWithTheReference(String name) throws IOException {
        Path tensors = folder.resolve("trace.safetensors");
        Path json = folder.resolve("trace.json");
        String prompt = Golden.read("smollm2/" + name).json().prompt();

        CommandRun run =
                CommandRun.of("trace", "--prompt", prompt, "--out", tensors.toString(), "--json", json.toString());

        assertThat(run).isEqualTo(new CommandRun(0, "", ""));
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        compareTensors(SafetensorsFile.open(tensors), name);
        Golden.Json written = new Gson().fromJson(Files.readString(json), Golden.Json.class);
        compareJson(written, Golden.read("smollm2/" + name).json());
    }

    private static void compareTensors(SafetensorsFile written, String name) {
        SafetensorsFile expected = SafetensorsFile.open(Golden.resource("golden/smollm2/" + name + ".safetensors"));
        assertThat(written.names()).isEqualTo(expected.names());
        for (String tensor : expected.names()) {
            assertThat(written.shape(tensor)).as(tensor).isEqualTo(expected.shape(tensor));
            float[] actual = Golden.numbers(written, tensor);
            float[] due = Golden.numbers(expected, tensor);
            // AgreementTest checks the numbers closely; here an order mixed up would show.
            double squares = 0;
            double differences = 0;
            for (int i = 0; i < due.length; i++) {
                squares += (double) due[i] * due[i];
                differences += Math.pow(actual[i] - due[i], 2);
            }
            assertThat(Math.sqrt(differences)).as(tensor).isLessThan(1e-3 * Math.sqrt(squares));
        }
    }

    private static void compareJson(Golden.Json written, Golden.Json expected) {
        assertThat(written.prompt()).isEqualTo(expected.prompt());
        assertThat(written.ids()).isEqualTo(expected.ids());
        assertThat(written.tokens()).isEqualTo(expected.tokens());
        assertThat(written.greedy()).isEqualTo(expected.greedy());
        assertThat(written.loss()).hasSameSizeAs(expected.loss());
        for (int i = 0; i < expected.loss().size(); i++) {
            assertThat(written.loss().get(i)).isCloseTo(expected.loss().get(i), within(1e-3));
        }
        assertThat(written.top()).hasSameSizeAs(expected.top());
        for (int position = 0; position < expected.top().size(); position++) {
            compareCandidates(written.top().get(position), expected.top().get(position));
        }
        assertThat(written.lens()).hasSameSizeAs(expected.lens());
        compareCandidates(written.lens().getLast(), expected.lens().getLast());
        compareCandidates(written.lens().getFirst(), expected.lens().getFirst());
    }

    private static void compareCandidates(List<List<Object>> written, List<List<Object>> expected) {
        assertThat(written).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(written.get(i).subList(0, 2)).isEqualTo(expected.get(i).subList(0, 2));
            assertThat((Double) written.get(i).get(2))
                    .isCloseTo((Double) expected.get(i).get(2), within(1e-3));
        }
    }

    @Test
    void aPromptOfOneTokenHasNoLoss() throws IOException {
        Path json = folder.resolve("trace.json");

        assertThat(CommandRun.of("trace", "--prompt", "Hi", "--json", json.toString())
                        .exitCode())
                .isZero();

        Golden.Json written = new Gson().fromJson(Files.readString(json), Golden.Json.class);
        assertThat(written.loss()).isEmpty();
        assertThat(written.top()).hasSize(1);
    }

    @Test
    void aWindowIsWrittenAsThatPartOfTheWhole() throws IOException {
        Path tensors = folder.resolve("part.safetensors");
        Path json = folder.resolve("part.json");
        String prompt = Golden.read("smollm2/capital").json().prompt();

        CommandRun run = CommandRun.of(
                "trace",
                "--prompt",
                prompt,
                "--window",
                "2..5",
                "--out",
                tensors.toString(),
                "--json",
                json.toString());

        assertThat(run).isEqualTo(new CommandRun(0, "", ""));
        Golden whole = Golden.read("smollm2/capital");
        int length = whole.json().ids().size();
        SafetensorsFile part = SafetensorsFile.open(tensors);
        assertThat(part.shape("residual")).containsExactly(31, 3, 576);
        assertThat(part.shape("q_raw")).containsExactly(30, 3, 9, 64);
        assertThat(part.shape("k_raw")).containsExactly(30, length, 3, 64);
        assertThat(part.shape("attention")).containsExactly(30, 9, 3, length);
        float[] residual = Golden.numbers(part, "residual");
        float[] expected = whole.tensor("residual");
        float[] attention = Golden.numbers(part, "attention");
        float[] looks = whole.tensor("attention");
        for (int i = 0; i < 3; i++) {
            assertThat(residual[(4 * 3 + i) * 576]).isCloseTo(expected[(4 * length + 2 + i) * 576], within(1e-2f));
            for (int seen = 0; seen < length; seen++) {
                assertThat(attention[((5 * 9 + 7) * 3 + i) * length + seen])
                        .isCloseTo(looks[((5 * 9 + 7) * length + 2 + i) * length + seen], within(1e-3f));
            }
        }
        assertThat(Files.readString(json)).contains("\"window\":[2,5]");
        Golden.Json written = new Gson().fromJson(Files.readString(json), Golden.Json.class);
        assertThat(written.ids()).isEqualTo(whole.json().ids());
        assertThat(written.top()).hasSize(3);
        assertThat(written.lens().getFirst()).hasSize(3);
        assertThat(written.loss()).hasSize(3);
        assertThat(written.loss().getFirst()).isCloseTo(whole.json().loss().get(2), within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5..2", "3..3", "-1..2", "all", "1-4", "1..99999999999"})
    void aWindowThatIsNoneIsRefused(String window) {
        CommandRun run = CommandRun.of("trace", "--prompt", "Hi", "--window", window, "--json", "x.json");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--window");
    }

    @Test
    void aWindowBeyondTheTextIsRefused() {
        Path json = folder.resolve("trace.json");
        CommandRun run = CommandRun.of("trace", "--prompt", "Hi", "--window", "0..4", "--json", json.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("There is no token 3");
    }

    @Test
    void probabilitiesHaveSixDecimals() throws IOException {
        Path json = folder.resolve("trace.json");

        CommandRun.of("trace", "--prompt", "The capital of", "--json", json.toString());

        assertThat(Files.readString(json))
                .doesNotContainPattern("[0-9][eE]-?[0-9]")
                .containsPattern(",0\\.\\d{6}]");
    }

    @Test
    void aFileThatWasThereStaysWhenTheNewOneCannotBeMade() throws IOException {
        Path json = Files.writeString(folder.resolve("trace.json"), "before");

        CommandRun run = CommandRun.of("trace", "--prompt", "x ".repeat(9000), "--json", json.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(json).hasContent("before");
    }
}
