package tokenwalk.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tokenwalk.runtime.Golden;
import tokenwalk.runtime.GoldenModels;
import tokenwalk.runtime.generation.GenerationSession;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.weights.ModelFileException;
import tokenwalk.runtime.weights.SafetensorsFile;
import tokenwalk.runtime.weights.SafetensorsWriter;

class HuggingFaceModelTest {
    @TempDir
    private Path temporary;

    @Test
    void gpt2sFolderTellsAllAboutIt() {
        LanguageModel model = GoldenModels.named("tiny-gpt2");
        assertThat(model.facts().name()).isEqualTo("tiny-gpt2");
        assertThat(model.facts().architecture()).isEqualTo("gpt2");
        assertThat(model.shape().layers()).isEqualTo(12);
        assertThat(model.shape().vocabulary()).isEqualTo(50_257);
        assertThat(model.shape().innerWidth()).isEqualTo(192);
        assertThat(model.endOfText()).containsExactly(50_256);
        assertThat(model.chatTemplate()).isEmpty();
        assertThat(model.transformer().unembedding().isTied()).isTrue();
        // Masks are no parameters.
        assertThat(model.facts().parameters())
                .isEqualTo(50_257 * 48 + 128 * 48 + 12 * (12 * 48 * 48 + 13 * 48) + 2 * 48);
    }

    @Test
    void llamasAndQwensFoldersTellTheirHeadsTemplateAndEnds() {
        LanguageModel llama = GoldenModels.named("tiny-llama-hf");
        assertThat(llama.shape().attention().keyValueHeads()).isEqualTo(1);
        assertThat(llama.transformer().unembedding().isTied()).isFalse();
        assertThat(llama.facts().fileType()).isEqualTo("BF16");
        assertThat(llama.chatTemplate().orElseThrow()).contains("<|im_start|>");
        assertThat(llama.endOfText()).isEqualTo(Set.of(0, 2));
        LanguageModel qwen = GoldenModels.named("tiny-qwen2-hf");
        assertThat(qwen.transformer().unembedding().isTied()).isTrue();
        assertThat(qwen.shape().attention().headWidth()).isEqualTo(16);
    }

    @Test
    void aSetOfFilesWithPrefixedNamesGivesTheSameNumbers() throws IOException {
        Path folder = copy("tiny-gpt2");
        SafetensorsFile whole = SafetensorsFile.open(folder.resolve("model.safetensors"));
        SafetensorsWriter first = new SafetensorsWriter();
        SafetensorsWriter second = new SafetensorsWriter();
        StringBuilder map = new StringBuilder();
        for (String name : whole.names().stream().sorted().toList()) {
            boolean early = name.hashCode() % 2 == 0;
            float[] numbers = Golden.numbers(whole, name);
            (early ? first : second).add("transformer." + name, whole.shape(name), 1, _ -> Vector.of(numbers));
            map.append(map.isEmpty() ? "" : ",")
                    .append("\"transformer.%s\": \"%s\"".formatted(name, early ? "a.safetensors" : "b.safetensors"));
        }
        first.write(folder.resolve("a.safetensors"));
        second.write(folder.resolve("b.safetensors"));
        Files.delete(folder.resolve("model.safetensors"));
        Files.writeString(folder.resolve("model.safetensors.index.json"), "{\"weight_map\": {" + map + "}}");
        LanguageModel set = open(folder);
        LanguageModel one = GoldenModels.named("tiny-gpt2");
        List<Token> text = one.encodePrompt("The capital of France is");
        assertThat(new GenerationSession(set).read(text).logits().toArray())
                .containsExactly(new GenerationSession(one).read(text).logits().toArray(), within(1e-4f));
        Files.delete(folder.resolve("b.safetensors"));
        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("b.safetensors");
        Files.writeString(
                folder.resolve("model.safetensors.index.json"), "{\"weight_map\": {\"x\": \"../../a.safetensors\"}}");
        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("../../a.safetensors");
    }

    /** What is changed in config.json, and the word by which the message tells it. */
    @ParameterizedTest
    @CsvSource({
        "\"model_type\": \"gpt2\"; \"model_type\": \"mamba\"; mamba",
        "\"n_head\": 4; \"n_head\": 5; n_head",
        "\"n_head\": 4; \"n_head\": 0; n_head",
        "\"n_embd\": 48; \"n_embd\": 48.5; n_embd",
        "\"n_embd\": 48; \"n_embd\": 24; wte.weight",
        "\"n_layer\": 12; \"n_layer\": 13; h.12",
        "\"n_layer\": 12; \"n_layer\": 1e99; n_layer",
        "\"n_layer\": 12; \"n_layer\": [12]; n_layer",
        "\"vocab_size\": 50257; \"vocab_size\": 50; id",
        "gelu_new; quadratic; activation_function",
        "\"scale_attn_weights\": true; \"scale_attn_weights\": false; scale_attn_weights",
        "{; [; JSON"
    })
    void aWrongSettingIsNamed(String line) throws IOException {
        String[] parts = line.split("; ");
        Path folder = copy("tiny-gpt2");
        change(folder.resolve("config.json"), text -> {
            String changed = text.replaceFirst(Pattern.quote(parts[0]), parts[1]);
            assertThat(changed).isNotEqualTo(text);
            return changed;
        });
        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining(parts[2]);
    }

    @ParameterizedTest
    @CsvSource({"config.json", "model.safetensors", "vocab.json", "merges.txt"})
    void aMissingFileIsNamed(String name) throws IOException {
        Path folder = copy("tiny-gpt2");
        Files.delete(folder.resolve(name));
        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining(name);
    }

    @Test
    void theExactGeluIsAnother() throws IOException {
        Path folder = copy("tiny-gpt2");
        change(folder.resolve("config.json"), text -> text.replace("gelu_new", "gelu"));
        LanguageModel exact = open(folder);
        LanguageModel tanh = GoldenModels.named("tiny-gpt2");
        List<Token> text = tanh.encodePrompt("The capital");
        Vector a = new GenerationSession(exact).read(text).logits();
        Vector b = new GenerationSession(tanh).read(text).logits();
        assertThat(a.toArray()).isNotEqualTo(b.toArray());
        assertThat(a.at(100)).isCloseTo(b.at(100), within(0.05f));
    }

    private LanguageModel open(Path folder) {
        return new ModelLoader(1).open(folder, (_, _) -> {});
    }

    private Path copy(String name) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve(name));
        try (Stream<Path> files = Files.list(Golden.resource("golden/" + name))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return folder;
    }

    private static void change(Path file, UnaryOperator<String> change) throws IOException {
        Files.writeString(file, change.apply(Files.readString(file)));
    }
}
