package tokenwalk.runtime.transformer;

import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.kernel.Arithmetic;
import tokenwalk.runtime.tensor.kernel.PackedMatrix;

/**
 * One matrix twice.
 *
 * @param stored as it lies in the file: for single rows and columns
 * @param packed as the kernel multiplies with it
 */
record Weights(StoredMatrix stored, PackedMatrix packed) {

    static Weights packed(StoredMatrix stored, Arithmetic arithmetic) {
        return new Weights(stored, arithmetic.pack(stored));
    }

    int rows() {
        return stored.rows();
    }

    int columns() {
        return stored.columns();
    }
}
