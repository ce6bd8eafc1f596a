package tokenwalk.runtime.transformer;

import java.util.Arrays;
import java.util.Objects;
import tokenwalk.runtime.tensor.Vector;

/** The live numbers of one {@link Site}, one row a token. Valid during the visit only. */
public final class Rows {
    private final float[] values;
    private final int firstPosition;
    private final int count;
    private final int width;

    Rows(float[] values, int firstPosition, int count, int width) {
        this.values = values;
        this.firstPosition = firstPosition;
        this.count = count;
        this.width = width;
    }

    /** @return position in the text of the first row */
    public int firstPosition() {
        return firstPosition;
    }

    public int count() {
        return count;
    }

    public int width() {
        return width;
    }

    /** Copies all rows, one after the other, to {@code target[at…]}. */
    public void copyTo(float[] target, int at) {
        System.arraycopy(values, 0, target, at, count * width);
    }

    /** @return a copy of one row */
    public Vector row(int row) {
        int from = Objects.checkIndex(row, count) * width;
        return Vector.of(Arrays.copyOfRange(values, from, from + width));
    }

    /** Replaces part of a row: {@code length} numbers from {@code column} on become {@code with}. */
    public void replace(int row, int column, Vector with) {
        Objects.checkIndex(row, count);
        Objects.checkFromIndexSize(column, with.size(), width);
        with.copyTo(values, row * width + column);
    }
}
