package tokenwalk.runtime.transformer;

import java.util.Arrays;
import java.util.Objects;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;

/** The live numbers of one {@link Site}, one row a token. Valid during the visit only. */
public final class Rows {
    private final int firstPosition;
    private final int count;
    private final int width;
    private final boolean lasting;
    private float[] values;
    private boolean kept;

    private Rows(float[] values, int firstPosition, int count, boolean lasting) {
        this.values = values;
        this.firstPosition = firstPosition;
        this.count = count;
        this.width = values.length / count;
        this.lasting = lasting;
    }

    /** Numbers that the pass writes to after the visit. */
    static Rows passing(float[] values, int firstPosition, int count) {
        return new Rows(values, firstPosition, count, false);
    }

    /** Numbers that nobody writes to after the visit; the pass goes on with {@link #values}. */
    static Rows lasting(float[] values, int firstPosition, int count) {
        return new Rows(values, firstPosition, count, true);
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

    /**
     * @return rows {@code from … to − 1} as they are now, to keep after the visit, [to − from × width]; all of them are not
     *     copied where the pass itself is done with them
     */
    public Matrix kept(int from, int to) {
        Objects.checkFromToIndex(from, to, count);
        if (lasting && to - from == count) {
            kept = true;
            return Matrix.of(count, width, values);
        }
        return Matrix.of(to - from, width, Arrays.copyOfRange(values, from * width, to * width));
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

    /** Replaces part of a row: {@code length} numbers from {@code column} on become {@code with}. What was kept stays. */
    public void replace(int row, int column, Vector with) {
        Objects.checkIndex(row, count);
        Objects.checkFromIndexSize(column, with.size(), width);
        if (kept) {
            values = values.clone();
            kept = false;
        }
        with.copyTo(values, row * width + column);
    }

    float[] values() {
        return values;
    }
}
