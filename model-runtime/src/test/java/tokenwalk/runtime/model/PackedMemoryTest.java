package tokenwalk.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tokenwalk.runtime.BundledModel;
import tokenwalk.runtime.OwnProgram;

/** Packed weights lie outside Java's heap. */
class PackedMemoryTest {
    /** @param heap in MiB: less than the weights take, or so much that the garbage collector has little reason to run */
    @ParameterizedTest
    @ValueSource(ints = {60, 2048})
    void weightsAreOpenedAndGivenBackWhateverTheHeap(int heap) throws Exception {
        long packed = new ModelLoader(1).estimate(BundledModel.FILE).packedBytes();
        List<String> options = List.of(
                "-Xmx" + heap + "m",
                "@" + OwnProgram.HOME.resolve("app/jvm.options"),
                "--add-modules=jdk.incubator.vector");

        Process opened = OwnProgram.start(OpenedTwice.class, options, BundledModel.FILE.toString());

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
