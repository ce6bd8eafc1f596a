package tokenwalk.runtime.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.function.IntUnaryOperator;

/**
 * A [rows × columns] matrix of weights as it lies in a model file, little-endian, row by row in blocks.
 *
 * <p>Rows may be read in another order than the file's; see {@link #reordered}.
 */
public final class StoredMatrix {
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final TensorType type;
    private final int rows;
    private final int columns;
    private final long rowBytes;
    private final MemorySegment data;
    private final IntUnaryOperator order;

    private StoredMatrix(TensorType type, int rows, int columns, MemorySegment data, IntUnaryOperator order) {
        this.type = type;
        this.rows = rows;
        this.columns = columns;
        this.rowBytes = type.rowBytes(columns);
        this.data = data;
        this.order = order;
        if (rowBytes * rows != data.byteSize()) {
            throw new IllegalArgumentException("%d × %d numbers of type %s take %d bytes, but there are %d"
                    .formatted(rows, columns, type, rowBytes * rows, data.byteSize()));
        }
    }

    public static StoredMatrix of(TensorType type, int rows, int columns, MemorySegment data) {
        return new StoredMatrix(type, rows, columns, data, row -> row);
    }

    /** @return the same numbers, where row r is what was row {@code order(r)} */
    public StoredMatrix reordered(IntUnaryOperator newOrder) {
        return new StoredMatrix(type, rows, columns, data, row -> order.applyAsInt(newOrder.applyAsInt(row)));
    }

    public TensorType type() {
        return type;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** @return bytes the whole matrix takes in the file */
    public long byteSize() {
        return data.byteSize();
    }

    /** @return the memory the blocks lie in, read-only use */
    public MemorySegment data() {
        return data;
    }

    /** @return where in {@link #data} a row begins */
    public long rowOffset(int row) {
        return order.applyAsInt(Objects.checkIndex(row, rows)) * rowBytes;
    }

    /** @return one row's numbers in float32, [columns] */
    public Vector row(int row) {
        float[] values = new float[columns];
        dequantise(row, values, 0);
        return Vector.of(values);
    }

    /** Writes a row's numbers to {@code target[at … at + columns)}, in float32, plainly: the reference. */
    public void dequantise(int row, float[] target, int at) {
        long from = rowOffset(row);
        for (int i = 0; i < columns; i++) {
            target[at + i] = number(from, i);
        }
    }

    /** @return one column in float32, [rows] */
    public Vector column(int column) {
        Objects.checkIndex(column, columns);
        float[] numbers = new float[rows];
        for (int row = 0; row < rows; row++) {
            numbers[row] = number(rowOffset(row), column);
        }
        return Vector.of(numbers);
    }

    /** @return number {@code i} of the row that begins at {@code from} */
    private float number(long from, int i) {
        return switch (type) {
            case F32 -> data.get(FLOAT, from + 4L * i);
            case F16 -> half(from + 2L * i);
            case BF16 -> Float.intBitsToFloat(data.get(SHORT, from + 2L * i) << 16);
            case Q8_0 -> {
                long block = from + i / 32 * 34L;
                yield half(block) * data.get(ValueLayout.JAVA_BYTE, block + 2 + i % 32);
            }
            case Q4_0 -> {
                long block = from + i / 32 * 18L;
                yield half(block) * (nibble(block + 2, i % 32) - 8);
            }
            case Q4_1 -> {
                long block = from + i / 32 * 20L;
                yield half(block) * nibble(block + 4, i % 32) + half(block + 2);
            }
        };
    }

    private float half(long offset) {
        return Float.float16ToFloat(data.get(SHORT, offset));
    }

    private int nibble(long quants, int index) {
        int both = data.get(ValueLayout.JAVA_BYTE, quants + index % 16) & 0xFF;
        return index < 16 ? both & 15 : both >>> 4;
    }
}
