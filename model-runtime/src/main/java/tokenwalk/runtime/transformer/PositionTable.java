package tokenwalk.runtime.transformer;

import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.Vector;

/** Learnt positions: one row for each place in the text, added to the token's own row; Radford et al. 2019. */
public final class PositionTable implements Positions {
    private final StoredMatrix rows;

    PositionTable(StoredMatrix rows) {
        this.rows = rows;
    }

    /** @return how many places there are: the longest text */
    public int places() {
        return rows.rows();
    }

    /**
     * @return what is added to a token that stands there, [width]
     * @throws IndexOutOfBoundsException if the text cannot be so long
     */
    public Vector row(int position) {
        return rows.row(position);
    }

    /**
     * @return the cosine of a position's row with that of every place, its own too, [places]
     * @throws IndexOutOfBoundsException if the text cannot be so long
     */
    public Vector cosines(int position) {
        Vector own = row(position);
        float[] cosines = new float[places()];
        for (int other = 0; other < cosines.length; other++) {
            cosines[other] = (float) own.cosine(row(other));
        }
        return Vector.of(cosines);
    }

    /** Adds a place's row to {@code target[at…]}. */
    void addRow(int position, float[] target, int at) {
        float[] row = new float[rows.columns()];
        rows.unpack(position, row, 0);
        for (int i = 0; i < row.length; i++) {
            target[at + i] += row[i];
        }
    }

    StageWeights oneRow() {
        return StageWeights.oneRow(rows);
    }
}
