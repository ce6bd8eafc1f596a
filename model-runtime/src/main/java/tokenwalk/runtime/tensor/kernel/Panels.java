package tokenwalk.runtime.tensor.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * A matrix of weights that can be read in panels: {@link #WIDTH} rows side by side, one column after the other, so that a
 * vector holds the same column of neighbouring rows.
 */
interface Panels {
    /** Rows in a panel: two vectors. */
    int WIDTH = 2 * FloatVector.SPECIES_PREFERRED.length();

    int rows();

    int columns();

    /**
     * Writes some columns of {@link #WIDTH} rows to {@code panel[at + (k − fromColumn) · WIDTH + r]}, in float32.
     *
     * @param firstRow of the panel; rows beyond the matrix become 0
     * @param fromColumn a multiple of 32
     * @param toColumn a multiple of 32, or the end of the row
     */
    void panel(int firstRow, int fromColumn, int toColumn, float[] panel, int at);
}
