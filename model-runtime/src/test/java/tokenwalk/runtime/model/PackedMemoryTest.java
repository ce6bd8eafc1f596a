package tokenwalk.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tokenwalk.runtime.BundledModel;

/** Packed weights lie outside Java's heap. */
class PackedMemoryTest {
    private static final Path HOME = Path.of(System.getProperty("tokenwalk.home"));

    /** @param heap in MiB: less than the weights take, or so much that the garbage collector has little reason to run */
    @ParameterizedTest
    @ValueSource(ints = {60, 2048})
    void weightsAreOpenedAndGivenBackWhateverTheHeap(int heap) throws Exception {
        long packed = new ModelLoader(1).estimate(BundledModel.FILE).packedBytes();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heap + "m");
        command.add("@" + HOME.resolve("app/jvm.options"));
        command.addAll(List.of(
                "--add-modules=jdk.incubator.vector",
                "-cp",
                HOME.resolve("model-runtime/target/test-classes")
                        + File.pathSeparator
                        + System.getProperty("jdk.module.path"),
                OpenedTwice.class.getName(),
                BundledModel.FILE.toString()));

        Process opened = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        List<Double> shares;
        try (var lines = opened.inputReader()) {
            shares = lines.lines()
                    .map(bytes -> Long.parseLong(bytes) / (double) packed)
                    .toList();
        }
        assertThat(opened.waitFor()).isZero();
        assertThat(shares).hasSize(2).allSatisfy(share -> assertThat(share).isCloseTo(1, within(0.1)));
    }
}
