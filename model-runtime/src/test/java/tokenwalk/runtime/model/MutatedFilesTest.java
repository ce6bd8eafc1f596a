package tokenwalk.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tokenwalk.runtime.Golden;
import tokenwalk.runtime.weights.ModelFileException;

/** Two thousand damaged models: each opens, or is refused with one sentence; none brings the program down. */
class MutatedFilesTest {
    @TempDir
    private Path temporary;

    /** A file of a model, how many of its first bytes are hit, and how often a damaged copy of it is opened. */
    @ParameterizedTest
    @CsvSource({
        "tiny-llama-quantised, tl256.Q5_0.gguf, 120000, 700",
        "tiny-gpt2, model.safetensors, 20000, 400",
        "tiny-gpt2, config.json, 900, 300",
        "tiny-gpt2, vocab.json, 1042301, 150",
        "tiny-gpt2, merges.txt, 456318, 150",
        "tiny-llama-hf, tokenizer.json, 20000, 200",
        "tiny-llama-hf, config.json, 900, 100"
    })
    void aDamagedFileOpensOrIsRefusedInOneSentence(String model, String name, int reach, int times) throws IOException {
        Path folder = copy(model);
        Path target = folder.resolve(name);
        byte[] whole = Files.readAllBytes(Golden.resource("golden/" + model).resolve(name));
        Path opened = name.endsWith(".gguf") ? target : folder;
        Random random = new Random(whole.length);
        int refused = 0;
        for (int time = 0; time < times; time++) {
            Files.write(target, mutated(whole, Math.min(reach, whole.length), random));
            try {
                new ModelLoader(1).open(opened, (_, _) -> {});
            } catch (ModelFileException e) {
                refused++;
                assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
            }
        }
        assertThat(refused).isPositive();
    }

    private static byte[] mutated(byte[] whole, int reach, Random random) {
        byte[] bytes = whole.clone();
        int hits = 1 + random.nextInt(8);
        for (int hit = 0; hit < hits; hit++) {
            int at = random.nextInt(reach);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = (byte) 0xFF;
                default -> {
                    int length = Math.min(1 + random.nextInt(16), reach - at);
                    System.arraycopy(whole, random.nextInt(reach - length + 1), bytes, at, length);
                }
            }
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private Path copy(String model) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve(model));
        try (Stream<Path> files = Files.list(Golden.resource("golden/" + model))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return folder;
    }
}
