package tokenwalk.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tokenwalk.app.TestModel;

class FileDropTest {
    private static final Path GPT2 = TestModel.golden("tiny-gpt2");

    @Test
    void aFolderWithAConfigurationIsAModelAnotherOneMayBeLessons() {
        List<File> dropped = List.of(
                GPT2.toFile(), TestModel.golden("smollm2").toFile(), new File("lessons.zip"), new File("notes.txt"));
        assertThat(FileDrop.model(dropped)).contains(GPT2);
        assertThat(FileDrop.lessons(dropped)).containsExactly(TestModel.golden("smollm2"), Path.of("lessons.zip"));
    }

    @Test
    void aFileOfAModelsFolderStandsForTheFolder() {
        assertThat(FileDrop.model(List.of(GPT2.resolve("model.safetensors").toFile())))
                .contains(GPT2);
        assertThat(FileDrop.model(List.of(new File("model.Q4_1.gguf")))).contains(Path.of("model.Q4_1.gguf"));
    }

    @Test
    void otherFilesAreNoModels() {
        assertThat(FileDrop.model(List.of(new File("notes.txt")))).isEmpty();
    }
}
