package tokenwalk.runtime.tensor.kernel;

import tokenwalk.runtime.tensor.StoredMatrix;

/** The reference: one number after the other, as the formulas say. Never optimised. */
final class ScalarKernel implements Kernel {

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public void multiply(StoredMatrix weights, float[] x, int tokens, float[] y, int fromRow, int toRow) {
        int columns = weights.columns();
        float[] row = new float[columns];
        for (int r = fromRow; r < toRow; r++) {
            weights.dequantise(r, row, 0);
            for (int t = 0; t < tokens; t++) {
                y[t * weights.rows() + r] = dot(row, 0, x, t * columns, columns);
            }
        }
    }

    @Override
    public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
        float sum = 0;
        for (int i = 0; i < length; i++) {
            sum += a[aFrom + i] * b[bFrom + i];
        }
        return sum;
    }

    @Override
    public void addScaled(float factor, float[] x, int xFrom, float[] y, int yFrom, int length) {
        for (int i = 0; i < length; i++) {
            y[yFrom + i] += factor * x[xFrom + i];
        }
    }
}
