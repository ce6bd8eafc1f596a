package tokenwalk.runtime.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** Blocks written by hand, against the numbers that GGML's definition gives for them. */
class StoredMatrixTest {
    private static final float SCALE = 0.5f;
    private static final float OFFSET = -3;

    @Test
    void q4BlocksHoldTheirFirstHalfInTheLowBits() {
        ByteBuffer block = block(20).putShort(half(SCALE)).putShort(half(OFFSET));
        for (int i = 0; i < 16; i++) {
            block.put((byte) (i | (15 - i) << 4));
        }
        float[] numbers = numbers(TensorType.Q4_1, 32, block);
        for (int i = 0; i < 16; i++) {
            assertThat(numbers[i]).isEqualTo(SCALE * i + OFFSET);
            assertThat(numbers[i + 16]).isEqualTo(SCALE * (15 - i) + OFFSET);
        }
    }

    @Test
    void q4WithoutOffsetIsCentredAtEight() {
        ByteBuffer block = block(18).putShort(half(SCALE));
        for (int i = 0; i < 16; i++) {
            block.put((byte) (i | i << 4));
        }
        float[] numbers = numbers(TensorType.Q4_0, 32, block);
        assertThat(numbers[0]).isEqualTo(-8 * SCALE);
        assertThat(numbers[31]).isEqualTo(7 * SCALE);
    }

    @Test
    void q8BytesAreSigned() {
        ByteBuffer block = block(34).putShort(half(SCALE));
        for (int i = 0; i < 32; i++) {
            block.put((byte) (i - 16));
        }
        float[] numbers = numbers(TensorType.Q8_0, 32, block);
        assertThat(numbers[0]).isEqualTo(-16 * SCALE);
        assertThat(numbers[31]).isEqualTo(15 * SCALE);
    }

    @Test
    void floatsOfAllWidthsAreExact() {
        assertThat(numbers(TensorType.F32, 1, block(4).putFloat(1.25f))).containsExactly(1.25f);
        assertThat(numbers(TensorType.F16, 1, block(2).putShort(half(-1.25f)))).containsExactly(-1.25f);
        assertThat(numbers(TensorType.BF16, 1, block(2).putShort((short) (Float.floatToIntBits(2.5f) >>> 16))))
                .containsExactly(2.5f);
    }

    @Test
    void transposedAndCutItHoldsTheSameNumbers() {
        ByteBuffer six = block(12);
        for (int i = 0; i < 6; i++) {
            six.putShort(half(i));
        }
        StoredMatrix matrix = StoredMatrix.of(TensorType.F16, 2, 3, MemorySegment.ofArray(six.array()));
        StoredMatrix turned = matrix.transposed();
        assertThat(turned.rows()).isEqualTo(3);
        assertThat(turned.row(1).toArray()).containsExactly(1, 4);
        assertThat(turned.rows(1, 2).row(1).toArray()).containsExactly(2, 5);
        assertThat(turned.rows(1, 2).byteSize()).isEqualTo(8);
        assertThatThrownBy(() -> turned.rows(2, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void rowsCanBeReadInAnotherOrder() {
        ByteBuffer rows = block(12).putFloat(1).putFloat(2).putFloat(3);
        StoredMatrix turned = StoredMatrix.of(TensorType.F32, 3, 1, MemorySegment.ofArray(rows.array()))
                .reordered(row -> 2 - row);
        float[] first = new float[1];
        turned.dequantise(0, first, 0);
        assertThat(first).containsExactly(3);
    }

    @Test
    void sizesThatDoNotFitAreRefused() {
        MemorySegment data = MemorySegment.ofArray(new byte[20]);
        assertThatThrownBy(() -> StoredMatrix.of(TensorType.Q4_1, 2, 32, data)).hasMessageContaining("40 bytes");
        assertThatThrownBy(() -> StoredMatrix.of(TensorType.Q4_1, 1, 33, data)).hasMessageContaining("blocks of 32");
    }

    private static ByteBuffer block(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static short half(float value) {
        return Float.floatToFloat16(value);
    }

    private static float[] numbers(TensorType type, int columns, ByteBuffer block) {
        float[] numbers = new float[columns];
        StoredMatrix.of(type, 1, columns, MemorySegment.ofArray(block.array())).dequantise(0, numbers, 0);
        return numbers;
    }
}
