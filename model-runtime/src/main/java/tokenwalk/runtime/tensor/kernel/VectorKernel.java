package tokenwalk.runtime.tensor.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.TensorType;

/** The same sums as {@link ScalarKernel} on the Vector API. */
final class VectorKernel implements Kernel {
    private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;
    private static final int LANES = Lanes.COUNT;

    /** For what is left behind the last whole vector. */
    private static final Kernel REFERENCE = new ScalarKernel();

    private static final float SLOPE = (float) Math.sqrt(2 / Math.PI);
    private static final float CUBE = 0.044715f;

    private final Scratch scratch = new Scratch();

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public PackedMatrix pack(StoredMatrix stored, Workers workers) {
        return switch (stored.type()) {
            case Q4_0, Q4_1 -> new NibbleMatrix(stored, scratch).filledFrom(stored, workers);
            case Q8_0 -> new ByteMatrix(stored, scratch).filledFrom(stored, workers);
            case Q5_0, Q5_1, Q2_K, Q3_K, Q4_K, Q5_K, Q6_K ->
                RunMatrix.of(stored, scratch).filledFrom(stored, workers);
            case F16 -> new HalfMatrix(stored, scratch).filledFrom(stored, workers);
            case BF16 -> new BrainMatrix(stored, scratch).filledFrom(stored, workers);
            case F32 -> new FloatMatrix(stored, scratch).filledFrom(stored, workers);
        };
    }

    @Override
    public long packedBytes(TensorType type, long numbers) {
        return switch (type) {
            case Q4_0, Q4_1 -> numbers / 32 * 20;
            case Q8_0 -> numbers / 32 * 36;
            case Q5_0, Q5_1, Q5_K -> numbers / 32 * 40;
            case Q4_K -> numbers / 32 * 24;
            case Q2_K, Q3_K -> numbers;
            case Q6_K -> numbers / 16 * 24;
            case F16, BF16 -> numbers * 2;
            case F32 -> numbers * 4;
        };
    }

    @Override
    public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
        FloatVector sum = FloatVector.zero(FLOATS);
        int i = 0;
        for (; i + LANES <= length; i += LANES) {
            sum = FloatVector.fromArray(FLOATS, a, aFrom + i).fma(FloatVector.fromArray(FLOATS, b, bFrom + i), sum);
        }
        float total = sum.reduceLanes(VectorOperators.ADD);
        for (; i < length; i++) {
            total += a[aFrom + i] * b[bFrom + i];
        }
        return total;
    }

    @Override
    public void siluTimes(float[] z, float[] factors, int from, int to) {
        int i = from;
        for (; i + LANES <= to; i += LANES) {
            FloatVector v = FloatVector.fromArray(FLOATS, z, i);
            v.mul(FloatVector.fromArray(FLOATS, factors, i))
                    .div(Exponential.of(v.neg()).add(1))
                    .intoArray(z, i);
        }
        REFERENCE.siluTimes(z, factors, i, to);
    }

    /** {@code (1 + tanh u) / 2 = 1 / (1 + exp(−2 u))}. */
    @Override
    public void geluTanh(float[] z, int from, int to) {
        int i = from;
        for (; i + LANES <= to; i += LANES) {
            FloatVector v = FloatVector.fromArray(FLOATS, z, i);
            FloatVector cubed = v.mul(v).mul(v).mul(CUBE);
            FloatVector twice = v.add(cubed).mul(-2 * SLOPE);
            v.div(Exponential.of(twice).add(1)).intoArray(z, i);
        }
        REFERENCE.geluTanh(z, i, to);
    }
}
