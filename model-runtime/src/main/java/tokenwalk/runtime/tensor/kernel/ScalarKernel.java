package tokenwalk.runtime.tensor.kernel;

import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.TensorType;

/** The reference: one number after the other, as the formulas say. Never optimised. */
final class ScalarKernel implements Kernel {

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public PackedMatrix pack(StoredMatrix stored, Workers workers) {
        return new ScalarMatrix(stored);
    }

    @Override
    public long packedBytes(TensorType type, long numbers) {
        return 0;
    }

    /** Weights as they lie in the file. */
    private record ScalarMatrix(StoredMatrix stored) implements PackedMatrix {
        @Override
        public int rows() {
            return stored.rows();
        }

        @Override
        public int columns() {
            return stored.columns();
        }

        @Override
        public long byteSize() {
            return 0;
        }

        @Override
        public int rowStep() {
            return 1;
        }

        @Override
        public void prepare(Inputs x, Workers workers) {}

        @Override
        public void multiply(Inputs x, int fromRow, int toRow, float[] y, int at, int stride) {
            float[] row = new float[columns()];
            for (int r = fromRow; r < toRow; r++) {
                stored.dequantise(r, row, 0);
                for (int t = 0; t < x.tokens(); t++) {
                    y[at + t * stride + r - fromRow] = sum(row, 0, x.values(), t * columns(), columns());
                }
            }
        }
    }

    @Override
    public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
        return sum(a, aFrom, b, bFrom, length);
    }

    private static float sum(float[] a, int aFrom, float[] b, int bFrom, int length) {
        float sum = 0;
        for (int i = 0; i < length; i++) {
            sum += a[aFrom + i] * b[bFrom + i];
        }
        return sum;
    }

    @Override
    public void siluTimes(float[] z, float[] factors, int from, int to) {
        for (int i = from; i < to; i++) {
            z[i] = (float) (z[i] / (1 + Math.exp(-z[i]))) * factors[i];
        }
    }

    @Override
    public void geluTanh(float[] z, int from, int to) {
        for (int i = from; i < to; i++) {
            double u = Math.sqrt(2 / Math.PI) * (z[i] + 0.044715 * z[i] * z[i] * z[i]);
            z[i] = (float) (0.5 * z[i] * (1 + Math.tanh(u)));
        }
    }
}
