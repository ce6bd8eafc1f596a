package tokenwalk.runtime.tensor.kernel;

import tokenwalk.runtime.tensor.StoredMatrix;

/** Panels of a matrix as it lies in its file: rows are unpacked whole, then turned. */
record StoredPanels(StoredMatrix weights) implements Panels {
    @Override
    public int rows() {
        return weights.rows();
    }

    @Override
    public int columns() {
        return weights.columns();
    }

    @Override
    public void panel(int firstRow, int fromColumn, int toColumn, float[] panel, int at) {
        float[] row = new float[columns()];
        for (int r = 0; r < WIDTH; r++) {
            boolean there = firstRow + r < rows();
            if (there) {
                weights.unpack(firstRow + r, row, 0);
            }
            for (int k = fromColumn; k < toColumn; k++) {
                panel[at + (k - fromColumn) * WIDTH + r] = there ? row[k] : 0;
            }
        }
    }
}
