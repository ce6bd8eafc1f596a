package tokenwalk.runtime.transformer;

import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.kernel.Arithmetic;
import tokenwalk.runtime.tensor.kernel.PackedMatrix;

/**
 * A learnt matrix, twice: as it lies in the file, for looking at single rows and columns, and in the order in which the
 * kernel multiplies it.
 */
record WeightMatrix(StoredMatrix stored, PackedMatrix packed) {

    /** Packs the weights, which takes as long as reading them a few times. */
    static WeightMatrix of(StoredMatrix stored, Arithmetic arithmetic) {
        return new WeightMatrix(stored, arithmetic.pack(stored));
    }

    int rows() {
        return stored.rows();
    }

    int columns() {
        return stored.columns();
    }
}
