package tokenwalk.runtime.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelStoreTest {
    @TempDir
    Path folder;

    @Test
    void listsWhatCanBeOpened() throws Exception {
        write("models/tiny/config.json", 10);
        write("models/tiny/model.safetensors", 90);
        write("models/Other/weights.gguf", 50);
        write("models/alone.gguf", 7);
        write("models/half.part/config.json", 3);
        write("models/notes.txt", 4);
        Files.createDirectories(folder.resolve("models/empty"));

        assertThat(store().models())
                .containsExactly(
                        new StoredModel("alone.gguf", folder.resolve("models/alone.gguf"), 7),
                        new StoredModel("Other", folder.resolve("models/Other/weights.gguf"), 50),
                        new StoredModel("tiny", folder.resolve("models/tiny"), 100));
        assertThat(store().partial()).containsExactly(new StoredModel("half", folder.resolve("models/half.part"), 3));
    }

    @Test
    void aFolderThatIsNotThereHoldsNothing() {
        assertThat(store().models()).isEmpty();
        assertThat(store().partial()).isEmpty();
    }

    @Test
    void removesAModelWholeOrPartialAndNothingElse() throws Exception {
        write("models/tiny/config.json", 10);
        write("models/tiny.part/config.json", 10);
        write("models/tiny2/config.json", 10);

        store().remove("tiny");

        assertThat(store().models()).extracting(StoredModel::name).containsExactly("tiny2");
        assertThat(store().partial()).isEmpty();
        try (var left = Files.list(folder.resolve("models"))) {
            assertThat(left)
                    .extracting(path -> path.getFileName().toString())
                    .containsExactlyInAnyOrder("tiny2", ".tiny.lock");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "", "../outside", "/etc", "tiny/config.json", "nothing", ".tiny.lock"})
    void removesNothingThatIsNoModelInItsFolder(String name) throws Exception {
        write("models/tiny/config.json", 10);
        write("models/.tiny.lock", 0);
        write("outside/config.json", 10);

        assertThatThrownBy(() -> store().remove(name)).isInstanceOf(DownloadFailure.class);
        assertThat(folder.resolve("outside/config.json")).exists();
        assertThat(folder.resolve("models/tiny/config.json")).exists();
        assertThat(folder.resolve("models/.tiny.lock")).exists();
    }

    @Test
    void removesLinksAndNotWhatTheyLeadTo() throws Exception {
        write("outside/config.json", 10);
        write("models/tiny/config.json", 10);
        Files.createSymbolicLink(folder.resolve("models/tiny/link"), folder.resolve("outside"));
        Files.createSymbolicLink(folder.resolve("models/linked"), folder.resolve("outside"));

        store().remove("tiny");
        store().remove("linked");

        assertThat(folder.resolve("outside/config.json")).exists();
        assertThat(store().models()).isEmpty();
    }

    private ModelStore store() {
        return new ModelStore(folder.resolve("models"));
    }

    private void write(String path, int bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[bytes]);
    }
}
