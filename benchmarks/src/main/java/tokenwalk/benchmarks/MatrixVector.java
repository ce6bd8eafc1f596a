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
import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.TensorType;
import tokenwalk.runtime.tensor.kernel.Arithmetic;
import tokenwalk.runtime.tensor.kernel.PackedMatrix;

/** One token: 64 MB of weights, more than the caches hold, times one vector. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsPrepend = "--add-modules=jdk.incubator.vector")
public class MatrixVector {
    private static final long BYTES = 64 << 20;
    private static final int ROWS = 1536;
    private static final int COLUMNS = 768;

    /** How the weights are stored. */
    @Param({"F32", "F16", "BF16", "Q8_0", "Q4_0", "Q4_1", "Q5_0", "Q5_1", "Q2_K", "Q3_K", "Q4_K", "Q5_K", "Q6_K"})
    public TensorType type = TensorType.Q4_1;

    private final Arithmetic arithmetic = Machine.arithmetic();
    private final float[] vector = RandomWeights.vectors(1, COLUMNS);
    private List<PackedMatrix> matrices = List.of();
    private long fileBytes;

    /** Packs the weights. */
    @Setup
    public void pack() {
        StoredMatrix stored = RandomWeights.matrix(type, ROWS, COLUMNS);
        long copies = BYTES / stored.byteSize();
        matrices = Stream.generate(() -> arithmetic.pack(stored)).limit(copies).toList();
        fileBytes = copies * stored.byteSize();
    }

    /** @return the last product */
    @Benchmark
    public float[] multiply(Work work) {
        float[] product = vector;
        for (PackedMatrix matrix : matrices) {
            product = arithmetic.project(matrix, vector, 1);
        }
        work.fileBytes += fileBytes;
        work.operations += 2L * matrices.size() * ROWS * COLUMNS;
        return product;
    }
}
