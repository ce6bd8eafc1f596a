package tokenwalk.runtime.tensor;

/**
 * How the numbers of a stored matrix are written, in blocks along a row.
 *
 * <p>The quantised types are those of GGML: a block of 32 numbers shares a float16 scale {@code d}, and in
 * {@code Q4_1} a float16 offset {@code m}.
 */
public enum TensorType {
    F32(1, 4),
    F16(1, 2),
    BF16(1, 2),
    /** {@code d · q}, q a signed byte. */
    Q8_0(32, 34),
    /** {@code d · (q − 8)}, q four bits; byte i of a block holds number i (low half) and number i + 16. */
    Q4_0(32, 18),
    /** {@code d · q + m}, q four bits laid out as in {@link #Q4_0}. */
    Q4_1(32, 20);

    private final int blockSize;
    private final int blockBytes;

    TensorType(int blockSize, int blockBytes) {
        this.blockSize = blockSize;
        this.blockBytes = blockBytes;
    }

    /** @return how many numbers a block holds */
    public int blockSize() {
        return blockSize;
    }

    /** @return how many bytes a block takes */
    public int blockBytes() {
        return blockBytes;
    }

    /**
     * @return bytes of a row of so many numbers
     * @throws IllegalArgumentException if the row does not end with a block
     */
    public long rowBytes(long columns) {
        if (columns % blockSize != 0) {
            throw new IllegalArgumentException(
                    "a row of " + columns + " numbers does not divide into blocks of " + blockSize + " (" + this + ")");
        }
        return columns / blockSize * blockBytes;
    }
}
