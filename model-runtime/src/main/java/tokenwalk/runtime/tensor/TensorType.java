package tokenwalk.runtime.tensor;

/**
 * How the numbers of a stored matrix are written, in blocks along a row.
 *
 * <p>The quantised types are those of GGML: a block of 32 numbers shares a float16 scale {@code d}, and in
 * {@code Q4_1} and {@code Q5_1} a float16 offset {@code m}. In the K types a block of 256 numbers shares float16 factors of
 * the small scales of its runs; source: ggml-quants.c of github.com/ggml-org/ggml.
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
    Q4_1(32, 20),
    /** {@code d · (q − 16)}, q five bits: four as in {@link #Q4_0}, the fifth of number i is bit i of 32 between. */
    Q5_0(32, 22),
    /** {@code d · q + m}, q five bits laid out as in {@link #Q5_0}. */
    Q5_1(32, 24),
    /** {@code d · s · q − dmin · m}, q two bits; sixteen numbers share a four-bit s and m. */
    Q2_K(256, 84),
    /** {@code d · (s − 32) · (q − 4)}, q three bits, its highest apart; sixteen numbers share a six-bit s. */
    Q3_K(256, 110),
    /** {@code d · s · q − dmin · m}, q four bits; thirty-two numbers share a six-bit s and m. */
    Q4_K(256, 144),
    /** As {@link #Q4_K}, q five bits, its highest apart. */
    Q5_K(256, 176),
    /** {@code d · s · (q − 32)}, q six bits, the highest two apart; sixteen numbers share a signed byte s. */
    Q6_K(256, 210);

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
