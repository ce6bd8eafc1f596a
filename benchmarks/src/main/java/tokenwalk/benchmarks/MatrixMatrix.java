package tokenwalk.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tokenwalk.runtime.tensor.TensorType;
import tokenwalk.runtime.tensor.kernel.Arithmetic;
import tokenwalk.runtime.tensor.kernel.PackedMatrix;

/** Many tokens: the matrices of ten layers of the bundled model, one after the other, times some vectors. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsPrepend = "--add-modules=jdk.incubator.vector")
public class MatrixMatrix {
    private static final int LAYERS = 10;
    private static final int WIDTH = 576;
    private static final int INNER = 1536;
    private static final int KEY_VALUE_WIDTH = 192;

    private record Layer(
            List<PackedMatrix> queryKeyValue, PackedMatrix output, List<PackedMatrix> gateUp, PackedMatrix down) {}

    /** How many vectors. */
    @Param({"1", "2", "4", "8", "12", "32", "64", "128", "512"})
    public int tokens = 1;

    /** How the weights are stored. */
    @Param("Q4_1")
    public TensorType type = TensorType.Q4_1;

    private final Arithmetic arithmetic = Machine.arithmetic();
    private List<Layer> layers = List.of();
    private float[] narrow = {};
    private float[] wide = {};

    /** Packs the weights. */
    @Setup
    public void pack() {
        narrow = RandomWeights.vectors(tokens, WIDTH);
        wide = RandomWeights.vectors(tokens, INNER);
        layers = Stream.generate(() -> new Layer(
                        List.of(matrix(WIDTH, WIDTH), matrix(KEY_VALUE_WIDTH, WIDTH), matrix(KEY_VALUE_WIDTH, WIDTH)),
                        matrix(WIDTH, WIDTH),
                        List.of(matrix(INNER, WIDTH), matrix(INNER, WIDTH)),
                        matrix(WIDTH, INNER)))
                .limit(LAYERS)
                .toList();
    }

    private PackedMatrix matrix(int rows, int columns) {
        return arithmetic.pack(RandomWeights.matrix(type, rows, columns));
    }

    /** @return the last product */
    @Benchmark
    public float[] multiply(Work work) {
        float[] product = narrow;
        for (Layer layer : layers) {
            arithmetic.projectAll(layer.queryKeyValue, narrow, tokens);
            arithmetic.project(layer.output, narrow, tokens);
            arithmetic.projectAll(layer.gateUp, narrow, tokens);
            product = arithmetic.project(layer.down, wide, tokens);
        }
        long numbers = 2L * WIDTH * WIDTH + 2L * KEY_VALUE_WIDTH * WIDTH + 3L * INNER * WIDTH;
        work.operations += 2 * numbers * LAYERS * tokens;
        work.fileBytes += type.rowBytes(numbers) * LAYERS;
        return product;
    }
}
