package tokenwalk.runtime.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    private static void write(Path path, String text) throws IOException {
        WholeFile.write(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFailureLeavesWhatWasThereAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "before");

        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write(1);
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");

        assertThat(file).hasContent("before");
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aWholeFileReplacesTheOneBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "before");

        write(file, "after");

        assertThat(file).hasContent("after");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void aLinkIsFollowedAndStays() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        write(link, "after");

        assertThat(link).isSymbolicLink().hasContent("after");
        assertThat(file).hasContent("after");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no modes of files")
    void othersMayReadTheFileAsTheyMayReadAnyNewFile() throws IOException {
        Path file = folder.resolve("a.txt");
        Path plain = Files.writeString(folder.resolve("plain.txt"), "");

        write(file, "text");

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(plain));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no /dev/null")
    void aDeviceIsWrittenToAndNotReplaced() throws IOException {
        Path device = Path.of("/dev/null");

        write(device, "text");

        assertThat(Files.isRegularFile(device)).isFalse();
    }
}
