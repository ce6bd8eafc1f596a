package tokenwalk.runtime.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private static final String GOOD = """
            {"format": 1, "models": [{"name": "Mine", "repository": "school/mine", "files": ["model.gguf"],
             "parameters": 10, "layers": 2, "heads": 3, "width": 4, "vocabulary": 5, "downloadBytes": 6,
             "memoryBytes": 7, "licence": "MIT", "language": "Latin", "goodFor": "Cicero."}]}""";

    @TempDir
    Path folder;

    @Test
    void shipsTheModelsThatLessonsSpeakOf() {
        assertThat(Catalogue.shipped().models())
                .extracting(CatalogueModel::name)
                .containsExactly(
                        "GPT-2",
                        "DistilGPT-2",
                        "SmolLM2-135M",
                        "SmolLM2-135M-Instruct",
                        "SmolLM2-360M",
                        "SmolLM2-360M-Instruct",
                        "Qwen2.5-0.5B",
                        "Qwen2.5-0.5B-Instruct");
        CatalogueModel gpt2 = Catalogue.shipped().find("gpt-2").orElseThrow();
        assertThat(gpt2.sizes()).isEqualTo(new CatalogueModel.Sizes(124_439_808, 12, 12, 768, 50_257));
        assertThat(gpt2.source().repository()).isEqualTo("openai-community/gpt2");
        assertThat(gpt2.source().revision()).isEqualTo("main");
    }

    @Test
    void aSchoolsFileReplacesIt() throws Exception {
        String file = write(GOOD).toString();

        assertThat(Catalogue.of(Optional.of(file), Map.of()).find("mine")).isPresent();
        assertThat(Catalogue.of(Optional.empty(), Map.of(Catalogue.VARIABLE, file))
                        .find("mine"))
                .isPresent();
        assertThat(Catalogue.of(Optional.of(" "), Map.of())).isEqualTo(Catalogue.shipped());
        assertThatThrownBy(() -> Catalogue.of(Optional.of("nowhere.json"), Map.of(Catalogue.VARIABLE, file)))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("There is no catalogue nowhere.json");
    }

    @Test
    void theEndpointIsTheUsersElseTheEnvironmentsElseTheCatalogues() throws Exception {
        Catalogue own =
                Catalogue.read(write(GOOD.replace("\"models\"", "\"endpoint\": \"http://school/hub/\", \"models\"")));
        Map<String, String> environment = Map.of(Hub.VARIABLE, "https://mirror");

        assertThat(Hub.endpoint(Optional.of("https://mine"), environment, own)).hasToString("https://mine");
        assertThat(Hub.endpoint(Optional.of(""), environment, own)).hasToString("https://mirror");
        assertThat(Hub.endpoint(Optional.empty(), Map.of(), own)).hasToString("http://school/hub");
        assertThat(Hub.endpoint(Optional.empty(), Map.of(), Catalogue.shipped()))
                .hasToString("https://huggingface.co");
        assertThatThrownBy(() -> Hub.endpoint(Optional.of("huggingface"), Map.of(), own))
                .isInstanceOf(DownloadFailure.class)
                .hasMessage("The endpoint «huggingface» is no address. Write it as https://huggingface.co.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "format": 1              | "format": 2            | says «format»: 2. Write 1, or use a newer Tokenwalk.
            "layers": 2              | "layer": 2             | model 1: «layer» is not known. Take it away, or write one of
            "layers": 2,             |                        | model 1 («Mine») lacks «layers». Write a whole number above 0.
            "heads": 3               | "heads": 3.5           | says «heads»: 3.5. Write a whole number above 0.
            "heads": 3               | "heads": 9999999999    | says «heads»: 9999999999. Write a whole number above 0.
            "width": 4               | "width": "4"           | says «width»: "4". Write a whole number above 0.
            "downloadBytes": 6       | "downloadBytes": -1    | says «downloadBytes»: -1. Write a whole number above 0.
            "name": "Mine"           | "name": "../Mine"      | says «name»: "../Mine". Write letters, digits
            "name": "Mine"           | "name": "Mine.part"    | says «name»: "Mine.part". Write letters, digits
            "school/mine"            | "mine"                 | says «repository»: "mine". Write the owner and the name
            "school/mine"            | "school/../mine"       | says «repository»: "school/../mine". Write the owner
            ["model.gguf"]           | ["../model.gguf"]      | says «files»: ["../model.gguf"]. Write names of files
            ["model.gguf"]           | ["download.json"]      | says «files»: ["download.json"]. Write names of files
            ["model.gguf"]           | ["a.gguf", "a.gguf"]   | Name each file once.
            ["model.gguf"]           | []                     | Name at least one file
            ["model.gguf"]           | "model.gguf"           | Write a list in [ ].
            "licence": "MIT"         | "licence": ""          | says «licence»: "". Write a text in quotes.
            "models"                 | "endpoint": 1, "models"| says «endpoint»: 1. Write a text in quotes.
            "models"                 | "endpoint": "a b", "models"| says «endpoint»: "a b". Write an address
            ]}                       | , 3]}                  | model 2 is no object. Write it in { }.
            {"name"                  | {"name" 3              | is not JSON:
            """)
    void tellsAMistakeInOneLineWithWhatToWrite(String there, String instead, String message) throws Exception {
        assertThat(GOOD).contains(there);
        Path file = write(GOOD.replace(there, instead == null ? "" : instead));

        assertThatThrownBy(() -> Catalogue.read(file))
                .isInstanceOf(CatalogueException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message)
                .message()
                .hasLineCount(1);
    }

    @Test
    void namesAreOnesOwn() throws Exception {
        String model = GOOD.substring(GOOD.indexOf("[{") + 1, GOOD.lastIndexOf("]"));
        Path file = write(GOOD.replace("[{", "[" + model.replace("Mine", "MINE") + ", {"));

        assertThatThrownBy(() -> Catalogue.read(file))
                .hasMessageContaining("model 2 has the name «Mine» of a model before it. Give each its own.");
    }

    @Test
    void tellsAFileThatIsNoTextAtAll() throws Exception {
        Path file = Files.write(folder.resolve("catalogue.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 3});

        assertThatThrownBy(() -> Catalogue.read(file)).hasMessageContaining("is not UTF-8 text. Save it as UTF-8.");
    }

    @Test
    void everyModelThatShipsSaysWhatItIsGoodFor() {
        List<CatalogueModel> models = Catalogue.shipped().models();

        assertThat(models).extracting(model -> model.about().goodFor()).doesNotHaveDuplicates();
        assertThat(models).allSatisfy(model -> {
            assertThat(model.costs().memoryBytes()).isGreaterThan(model.costs().downloadBytes());
            // Two or four bytes a weight, and a tokenizer.
            assertThat((double) model.costs().downloadBytes() / model.sizes().parameters())
                    .satisfiesAnyOf(
                            bytes -> assertThat(bytes).isBetween(2.0, 2.1),
                            bytes -> assertThat(bytes).isBetween(4.0, 4.5));
        });
    }

    private Path write(String text) throws Exception {
        return Files.writeString(folder.resolve("catalogue.json"), text);
    }
}
