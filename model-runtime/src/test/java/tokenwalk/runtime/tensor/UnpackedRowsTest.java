package tokenwalk.runtime.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows unpacked block by block are those of the reference, bit for bit, whatever the blocks hold. */
class UnpackedRowsTest {
    private static final int ROWS = 40;

    @ParameterizedTest
    @EnumSource
    void everyBitOfEveryNumberIsTheReferences(TensorType type) {
        int columns = type.blockSize() == 1 ? 37 : 3 * type.blockSize();
        byte[] bytes = new byte[(int) type.rowBytes(columns) * ROWS];
        new Random(type.ordinal()).nextBytes(bytes);
        StoredMatrix matrix = StoredMatrix.of(type, ROWS, columns, MemorySegment.ofArray(bytes))
                .reordered(row -> ROWS - 1 - row);
        float[] expected = new float[columns + 2];
        float[] actual = new float[columns + 2];
        for (int row = 0; row < ROWS; row++) {
            matrix.dequantise(row, expected, 1);
            matrix.unpack(row, actual, 1);
            assertThat(actual).isEqualTo(expected);
        }
    }
}
