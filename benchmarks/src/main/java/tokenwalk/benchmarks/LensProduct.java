package tokenwalk.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
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
import tokenwalk.runtime.tensor.kernel.RankedRows;

/** The lens over all levels of some tokens: the bundled model's unembedding times that many vectors, and the best ten of each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsPrepend = "--add-modules=jdk.incubator.vector")
public class LensProduct {
    private static final int VOCABULARY = 49_152;
    private static final int WIDTH = 576;
    private static final int BEST = 10;

    /** How many vectors: one level, all levels of one token, all levels of twelve. */
    @Param({"1", "31", "372"})
    public int vectors = 1;

    private final Arithmetic arithmetic = Machine.arithmetic();
    private final PackedMatrix rows = arithmetic.pack(RandomWeights.matrix(TensorType.Q8_0, VOCABULARY, WIDTH));
    private float[] residuals = {};

    /** Makes the vectors. */
    @Setup
    public void fill() {
        residuals = RandomWeights.vectors(vectors, WIDTH);
    }

    /** @return a ranking for each vector */
    @Benchmark
    public List<RankedRows> rank(Work work) {
        work.operations += 2L * vectors * VOCABULARY * WIDTH;
        work.fileBytes += TensorType.Q8_0.rowBytes((long) VOCABULARY * WIDTH);
        return arithmetic.rank(rows, residuals, BEST, new int[vectors]);
    }
}
