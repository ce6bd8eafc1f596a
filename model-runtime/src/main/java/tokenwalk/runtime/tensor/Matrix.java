package tokenwalk.runtime.tensor;

import java.util.Objects;

/**
 * An immutable [rows × columns] table of float32, row by row.
 *
 * <p>The array given to {@link #of} becomes the matrix's own: the caller must not keep it. None ever leaves.
 */
public final class Matrix {
    private final int rows;
    private final int columns;
    private final float[] values;

    private Matrix(int rows, int columns, float[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /**
     * Wraps an array without copying it.
     *
     * @param values [rows × columns], row by row
     * @throws IllegalArgumentException if the array's length is not rows × columns
     */
    public static Matrix of(int rows, int columns, float[] values) {
        if (rows < 0 || columns < 0 || (long) rows * columns != values.length) {
            throw new IllegalArgumentException(rows + " × " + columns + " numbers, but " + values.length + " given");
        }
        return new Matrix(rows, columns, values);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** The number in one cell; throws {@link IndexOutOfBoundsException} outside the table. */
    public float at(int row, int column) {
        return values[Objects.checkIndex(row, rows) * columns + Objects.checkIndex(column, columns)];
    }

    /** @return one row as a vector over this matrix's numbers, nothing copied */
    public Vector row(int row) {
        return Vector.view(values, Objects.checkIndex(row, rows) * columns, columns);
    }

    /** Copies one row to {@code target[offset…]}. */
    public void copyRow(int row, float[] target, int offset) {
        System.arraycopy(values, Objects.checkIndex(row, rows) * columns, target, offset, columns);
    }
}
