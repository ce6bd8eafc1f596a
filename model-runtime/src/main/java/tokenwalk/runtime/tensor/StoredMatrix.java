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

    private static final IntUnaryOperator AS_STORED = row -> row;

    private final TensorType type;
    private final int rows;
    private final int columns;
    /** From one row to the next, and from one number of a row to the next (where numbers stand by themselves). */
    private final long rowStride;

    private final long columnStride;
    private final MemorySegment data;
    private final IntUnaryOperator order;

    private StoredMatrix(
            TensorType type,
            int rows,
            int columns,
            long rowStride,
            long columnStride,
            MemorySegment data,
            IntUnaryOperator order) {
        this.type = type;
        this.rows = rows;
        this.columns = columns;
        this.rowStride = rowStride;
        this.columnStride = columnStride;
        this.data = data;
        this.order = order;
    }

    public static StoredMatrix of(TensorType type, int rows, int columns, MemorySegment data) {
        StoredMatrix matrix =
                new StoredMatrix(type, rows, columns, type.rowBytes(columns), type.blockBytes(), data, AS_STORED);
        if (matrix.byteSize() != data.byteSize()) {
            throw new IllegalArgumentException("%d × %d numbers of type %s take %d bytes, but there are %d"
                    .formatted(rows, columns, type, matrix.byteSize(), data.byteSize()));
        }
        return matrix;
    }

    /** @return the same numbers, where row r is what was row {@code order(r)} */
    public StoredMatrix reordered(IntUnaryOperator newOrder) {
        IntUnaryOperator both = row -> order.applyAsInt(newOrder.applyAsInt(row));
        return new StoredMatrix(type, rows, columns, rowStride, columnStride, data, both);
    }

    /** @return the rows from {@code first} on, {@code count} of them, where they lie */
    public StoredMatrix rows(int first, int count) {
        Objects.checkFromIndexSize(first, count, rows);
        IntUnaryOperator from = row -> order.applyAsInt(first + row);
        return new StoredMatrix(type, count, columns, rowStride, columnStride, data, from);
    }

    /**
     * @return the same numbers with rows and columns exchanged, where they lie
     * @throws IllegalStateException if the numbers stand in blocks along a row, or the rows in another order
     */
    public StoredMatrix transposed() {
        if (type.blockSize() != 1 || order != AS_STORED) {
            throw new IllegalStateException(type + " cannot be transposed");
        }
        return new StoredMatrix(type, columns, rows, columnStride, rowStride, data, AS_STORED);
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

    /** @return bytes the whole matrix takes as it is stored */
    public long byteSize() {
        return type.rowBytes(columns) * rows;
    }

    /** @return one row's numbers in float32, [columns] */
    public Vector row(int row) {
        float[] values = new float[columns];
        dequantise(row, values, 0);
        return Vector.of(values);
    }

    private long rowOffset(int row) {
        return order.applyAsInt(Objects.checkIndex(row, rows)) * rowStride;
    }

    /** Writes a row's numbers to {@code target[at … at + columns)}, in float32, plainly: the reference. */
    public void dequantise(int row, float[] target, int at) {
        long from = rowOffset(row);
        for (int i = 0; i < columns; i++) {
            target[at + i] = number(from, i);
        }
    }

    /** The same numbers as {@link #dequantise}, a block at a time: what kernels and searches of whole tables read. */
    public void unpack(int row, float[] target, int at) {
        if (columnStride != type.blockBytes()) {
            dequantise(row, target, at);
            return;
        }
        long from = rowOffset(row);
        switch (type) {
            case F32 -> MemorySegment.copy(data, FLOAT, from, target, at, columns);
            case F16 -> {
                short[] halves = shorts(from);
                for (int i = 0; i < columns; i++) {
                    target[at + i] = Float.float16ToFloat(halves[i]);
                }
            }
            case BF16 -> {
                short[] upper = shorts(from);
                for (int i = 0; i < columns; i++) {
                    target[at + i] = Float.intBitsToFloat(upper[i] << 16);
                }
            }
            case Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q2_K, Q3_K, Q4_K, Q5_K, Q6_K -> {
                Runs runs = new Runs(type, columns);
                readRuns(row, runs);
                runs.multiplyOut(target, at);
            }
        }
    }

    /**
     * Reads a row without multiplying it out.
     *
     * @param runs made for this type and as many columns
     * @throws IllegalArgumentException if the type is not quantised
     */
    public void readRuns(int row, Runs runs) {
        byte[] blocks = bytes(rowOffset(row));
        switch (type) {
            case Q8_0, Q4_0, Q4_1, Q5_0, Q5_1 -> SmallBlocks.read(type, blocks, runs);
            case Q2_K, Q3_K, Q4_K, Q5_K, Q6_K -> SuperBlocks.read(type, blocks, runs);
            case F32, F16, BF16 -> throw new IllegalArgumentException(type + " is not quantised");
        }
    }

    private short[] shorts(long from) {
        short[] row = new short[columns];
        MemorySegment.copy(data, SHORT, from, row, 0, columns);
        return row;
    }

    /** On the heap, where the loops over it are compiled to vectors. */
    private byte[] bytes(long from) {
        byte[] row = new byte[Math.toIntExact(type.rowBytes(columns))];
        MemorySegment.copy(data, ValueLayout.JAVA_BYTE, from, row, 0, row.length);
        return row;
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
            case F32 -> data.get(FLOAT, from + columnStride * i);
            case F16 -> half(from + columnStride * i);
            case BF16 -> Float.intBitsToFloat(data.get(SHORT, from + columnStride * i) << 16);
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
            case Q5_0 -> {
                long block = from + i / 32 * 22L;
                yield half(block) * ((nibble(block + 6, i % 32) | fifthBit(block + 2, i % 32)) - 16);
            }
            case Q5_1 -> {
                long block = from + i / 32 * 24L;
                yield half(block) * (nibble(block + 8, i % 32) | fifthBit(block + 4, i % 32)) + half(block + 2);
            }
            case Q2_K, Q3_K, Q4_K, Q5_K, Q6_K -> SuperBlock.number(type, data, from, i);
        };
    }

    /** The highest bit of a five-bit number, where it belongs. */
    private int fifthBit(long bits, int index) {
        return (data.get(ValueLayout.JAVA_BYTE, bits + index / 8) >>> index % 8 & 1) << 4;
    }

    private float half(long offset) {
        return Float.float16ToFloat(data.get(SHORT, offset));
    }

    private int nibble(long quants, int index) {
        int both = data.get(ValueLayout.JAVA_BYTE, quants + index % 16) & 0xFF;
        return index < 16 ? both & 15 : both >>> 4;
    }
}
