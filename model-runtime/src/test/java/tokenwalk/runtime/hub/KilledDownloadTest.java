package tokenwalk.runtime.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tokenwalk.runtime.OwnProgram;

/** Two programs, one of which is ended without a word. */
class KilledDownloadTest {
    @TempDir
    Path folder;

    @Test
    void anotherProgramKeepsAwayAndGoesOnWhenTheFirstIsKilled() throws Exception {
        try (TinyDownload tiny = new TinyDownload(folder.resolve("models"))) {
            int half = 1_500_000;
            tiny.server.answering(
                    TinyDownload.WEIGHTS, tiny.server.stalling(tiny.firstBytes(half), tiny.weights.length));
            Path catalogue = Files.writeString(
                    folder.resolve("catalogue.json"),
                    tiny.server.catalogue(List.of("config.json", TinyDownload.WEIGHTS)));
            Process first = start(catalogue.toString(), tiny.server.endpoint().toString(), "models", "100000");
            try (BufferedReader out = first.inputReader()) {
                assertThat(out.readLine()).isEqualTo("loaded");

                assertThatThrownBy(tiny::run).hasMessageContaining("Tiny is being loaded already");
            } finally {
                first.destroyForcibly().waitFor();
            }
            long held = Files.size(tiny.partial(TinyDownload.WEIGHTS));
            assertThat(held).isBetween(90_000L, (long) half);

            Path weights = tiny.run().path().resolve(TinyDownload.WEIGHTS);

            assertThat(new Checksum(HubServer.hash("SHA-256", tiny.weights)).matches(weights))
                    .isTrue();
            assertThat(tiny.weightRequests())
                    .containsExactly("GET model.safetensors", "GET model.safetensors bytes=" + held + "-");
        }
    }

    private Process start(String catalogue, String endpoint, String store, String bytes) throws Exception {
        return OwnProgram.start(
                KilledDownload.class,
                List.of(),
                catalogue,
                endpoint,
                folder.resolve(store).toString(),
                bytes);
    }
}
