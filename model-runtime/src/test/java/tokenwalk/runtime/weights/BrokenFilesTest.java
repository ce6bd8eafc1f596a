package tokenwalk.runtime.weights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tokenwalk.runtime.BundledModel;
import tokenwalk.runtime.model.ModelLoader;
import tokenwalk.runtime.tensor.Vector;

/** Files that are not what they should be: one clear sentence each. */
class BrokenFilesTest {
    @TempDir
    private Path folder;

    @Test
    void aMissingFileAFolderAndAForeignFileAreNamed() throws IOException {
        assertThatThrownBy(() -> GgufFile.open(folder.resolve("none.gguf"))).hasMessageContaining("There is no file");
        assertThatThrownBy(() -> GgufFile.open(folder)).hasMessageContaining("is a folder");
        Path foreign = Files.writeString(folder.resolve("letter.gguf"), "Dear model,");
        assertThatThrownBy(() -> GgufFile.open(foreign)).hasMessageContaining("not a GGUF file");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 8, 30, 5_000, 2_000_000, 50_000_000})
    void aTruncatedModelIsRefusedWhereverItEnds(long bytes) throws IOException {
        Path cut = folder.resolve("cut.gguf");
        Files.copy(BundledModel.FILE, cut);
        try (RandomAccessFile file = new RandomAccessFile(cut.toFile(), "rw")) {
            file.setLength(bytes);
        }
        assertThatThrownBy(() -> new ModelLoader(1).open(cut, (_, _) -> {}))
                .isInstanceOf(ModelFileException.class)
                .hasMessageMatching("(?s).*(truncated|not a GGUF file).*");
    }

    @Test
    void anUnknownArchitectureTensorTypeOrVersionIsNamed() throws IOException {
        assertThatThrownBy(() -> new ModelLoader(1).open(gguf(3, "mamba", 0), (_, _) -> {}))
                .hasMessageContaining("«mamba»");
        assertThatThrownBy(() -> GgufFile.open(gguf(3, "llama", 99))).hasMessageContaining("type 99");
        assertThatThrownBy(() -> GgufFile.open(gguf(7, "llama", 0))).hasMessageContaining("version 7");
    }

    @Test
    void hugeCountsAreRefusedWithoutTakingMemory() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0x46554747).putInt(3).putLong(Long.MAX_VALUE).putLong(Long.MAX_VALUE);
        Path huge = Files.write(folder.resolve("huge.gguf"), header.array());
        assertThatThrownBy(() -> GgufFile.open(huge)).hasMessageContaining("truncated");
    }

    @Test
    void whatSafetensorsAreWrittenIsReadAgain() throws IOException {
        SafetensorsWriter writer = new SafetensorsWriter();
        writer.add("a", List.of(2, 3), 2, run -> Vector.of(run, run + 1, run + 2));
        Path file = folder.resolve("a.safetensors");
        writer.write(file);
        SafetensorsFile read = SafetensorsFile.open(file);
        assertThat(read.names()).containsExactly("a");
        assertThat(read.shape("a")).containsExactly(2, 3);
        float[] second = new float[3];
        read.matrix("a").dequantise(1, second, 0);
        assertThat(second).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"a\":1}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,800]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[9007199254740993,2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\"}}"
            })
    void brokenSafetensorsHeadersAreRefused(String header) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length())
                .array());
        out.write(header.getBytes(UTF_8));
        out.write(new byte[8]);
        Path file = Files.write(folder.resolve("broken.safetensors"), out.toByteArray());
        assertThatThrownBy(() -> SafetensorsFile.open(file)).isInstanceOf(ModelFileException.class);
    }

    /** A GGUF file with one value and one tensor of 1 × 32 numbers. */
    private Path gguf(int version, String architecture, int type) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0x46554747).putInt(version).putLong(1).putLong(1);
        text(bytes, "general.architecture").putInt(8);
        text(bytes, architecture);
        text(bytes, "token_embd.weight").putInt(1).putLong(32).putInt(type).putLong(0);
        return Files.write(folder.resolve("small.gguf"), bytes.array());
    }

    private static ByteBuffer text(ByteBuffer bytes, String text) {
        return bytes.putLong(text.length()).put(text.getBytes(UTF_8));
    }
}
