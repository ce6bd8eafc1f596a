package tokenwalk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows always has a display and its own launcher, tokenwalk.cmd")
final class LauncherTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "--model nowhere.gguf"})
    void withoutADisplayTheAppSaysInOneLineWhatWorksAndExitsWith3(String arguments, @TempDir Path folder)
            throws IOException, InterruptedException {
        Process launcher = startedOnLinuxWithoutDisplay("exec ./tokenwalk " + arguments, folder);

        assertThat(written(launcher)).containsOnlyOnce("\n").contains("DISPLAY", "render, test");
        assertThat(launcher.waitFor()).isEqualTo(3);
    }

    @Test
    void theLauncherIsFoundThroughASymbolicLinkFromAnotherFolder(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("walk"), home().resolve("tokenwalk"));

        Process launcher = startedOnLinuxWithoutDisplay("cd / && exec '" + link + "'", folder);

        assertThat(written(launcher)).containsOnlyOnce("\n").contains("no display");
        assertThat(launcher.waitFor()).isEqualTo(3);
        Files.delete(link); // JUnit would warn of a link that leads out of its folder
    }

    /** A stand-in for uname comes first in PATH: macOS has a display without the variable DISPLAY. */
    private static Process startedOnLinuxWithoutDisplay(String command, Path folder) throws IOException {
        Path uname = Files.writeString(folder.resolve("uname"), "#!/bin/sh\necho Linux\n");
        assertThat(uname.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "PATH='" + folder + "':$PATH; " + command)
                .directory(home().toFile())
                .redirectErrorStream(true);
        builder.environment().remove("DISPLAY");
        return builder.start();
    }

    private static String written(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Path home() {
        return Path.of(Objects.requireNonNull(System.getProperty("tokenwalk.home")));
    }
}
