package tokenwalk.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tokenwalk.runtime.BundledModel;
import tokenwalk.runtime.Golden;
import tokenwalk.runtime.hub.Catalogue;
import tokenwalk.runtime.hub.CatalogueModel;
import tokenwalk.runtime.transformer.AttentionShape;
import tokenwalk.runtime.transformer.ModelShape;
import tokenwalk.runtime.weights.ModelFileException;

class MemoryEstimateTest {
    private static final Path TINY_GPT2 = Golden.resource("golden/tiny-gpt2");

    @Test
    void countsFilesPackedWeightsKeysValuesAndTrace() throws Exception {
        MemoryEstimate estimate = new ModelLoader(1).estimate(TINY_GPT2);

        ModelShape shape = new ModelLoader(1).open(TINY_GPT2, (_, _) -> {}).shape();
        int layers = shape.layers();
        long width = shape.width();
        assertThat(estimate.fileBytes()).isEqualTo(Files.size(TINY_GPT2.resolve("model.safetensors")));
        // In float32: queries, keys and values, output, up and down; then both tables.
        long blocks = 4 * layers * (3 * width * width + width * width + 2 * width * shape.innerWidth());
        long tables = 4 * width * (shape.vocabulary() + shape.contextLength());
        assertThat((double) estimate.packedBytes() / (blocks + tables)).isCloseTo(1, within(0.05));
        assertThat(estimate.tokens()).isEqualTo(Math.min(512, shape.contextLength()));
        assertThat(estimate.cacheBytes()).isEqualTo(4L * estimate.tokens() * layers * 2 * width);
        // Thirteen levels, three vectors a layer, and the last level after the final norm.
        assertThat(estimate.traceBytes()).isEqualTo(4L * estimate.tokens() * (13 * width + 12 * 3 * width + width));
        assertThat(estimate.totalBytes())
                .isEqualTo(
                        estimate.fileBytes() + estimate.packedBytes() + estimate.cacheBytes() + estimate.traceBytes());
    }

    @Test
    void packedWeightsTakeAboutAsMuchAsTheFile() throws Exception {
        MemoryEstimate estimate = new ModelLoader(1).estimate(BundledModel.FILE);

        assertThat(estimate.fileBytes()).isEqualTo(Files.size(BundledModel.FILE));
        assertThat((double) estimate.packedBytes() / estimate.fileBytes()).isCloseTo(1, within(0.05));
        assertThat(estimate.cacheBytes()).isEqualTo(512L * 30 * 2 * 192 * 4);
    }

    @Test
    void aModelThatDoesNotFitIsRefusedBeforeItIsLoaded() {
        List<Integer> loaded = new ArrayList<>();

        assertThatThrownBy(() -> new ModelLoader(1, () -> 12_000_000).open(TINY_GPT2, (layer, _) -> loaded.add(layer)))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("does not fit into memory")
                .hasMessageContaining("11.8 MB in files")
                .hasMessageContaining("this computer has 12.0 MB")
                .hasMessageContaining("Choose a smaller model");
        assertThatThrownBy(() -> new ModelLoader(1, () -> 90_000_000).open(BundledModel.FILE, (_, _) -> {}))
                .hasMessageContaining("98.4 MB in files");
        assertThat(loaded).isEmpty();
    }

    @Test
    void thisComputerHasMemory() {
        assertThat(MemoryEstimate.machineBytes()).isGreaterThan(256L << 20);
    }

    /** The files' sizes are those of the hub; float32 and BF16 take as much packed as in the file. */
    @ParameterizedTest
    @CsvSource({
        "GPT-2, 12, 64, 3072, 548105171",
        "DistilGPT-2, 12, 64, 3072, 352824413",
        "SmolLM2-135M, 3, 64, 1536, 269060552",
        "SmolLM2-360M, 5, 64, 2560, 723674912",
        "Qwen2.5-0.5B, 2, 64, 4864, 988097824"
    })
    void theCatalogueSaysTheSame(String name, int keyValueHeads, int headWidth, int innerWidth, long fileBytes) {
        CatalogueModel model = Catalogue.shipped().find(name).orElseThrow();
        CatalogueModel.Sizes sizes = model.sizes();
        AttentionShape attention = new AttentionShape(sizes.heads(), keyValueHeads, headWidth);
        ModelShape shape =
                new ModelShape(sizes.layers(), sizes.width(), attention, innerWidth, sizes.vocabulary(), 1_024);
        long due = MemoryEstimate.of(Path.of(name), fileBytes, fileBytes, shape).totalBytes();

        assertThat((double) model.costs().memoryBytes() / due).isCloseTo(1, within(0.02));
        assertThat(model.costs().downloadBytes()).isGreaterThan(fileBytes);
    }
}
