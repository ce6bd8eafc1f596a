package tokenwalk.runtime.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Numbers of GGML's K types, one by one: the reference. A block holds 256 numbers, its parts one after the other.
 *
 * <p>Source: {@code dequantize_row_q*_K} in ggml-quants.c of github.com/ggml-org/ggml.
 */
final class SuperBlock {
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private SuperBlock() {}

    /** @return number {@code i} of the row that begins at {@code from} */
    static float number(TensorType type, MemorySegment data, long from, int i) {
        long block = from + (long) (i / 256) * type.blockBytes();
        int at = i % 256;
        return switch (type) {
            case Q2_K -> q2(data, block, at);
            case Q3_K -> q3(data, block, at);
            case Q4_K -> q4(data, block, at);
            case Q5_K -> q5(data, block, at);
            case Q6_K -> q6(data, block, at);
            case F32, F16, BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1 ->
                throw new IllegalArgumentException(type + " has no super-blocks");
        };
    }

    /** Sixteen bytes of scale (low half) and minimum (high half), 64 bytes of four numbers each, d, dmin. */
    private static float q2(MemorySegment data, long block, int at) {
        int scales = unsigned(data, block + at / 16);
        int quant = unsigned(data, block + 16 + at / 128 * 32 + at % 32) >>> at % 128 / 32 * 2 & 3;
        return half(data, block + 80) * (scales & 15) * quant - half(data, block + 82) * (scales >>> 4);
    }

    /** 32 bytes of highest bits, 64 bytes of four numbers each, twelve bytes of six-bit scales, d. */
    private static float q3(MemorySegment data, long block, int at) {
        int low = unsigned(data, block + 32 + at / 128 * 32 + at % 32) >>> at % 128 / 32 * 2 & 3;
        int high = unsigned(data, block + at % 32) >>> at / 32 & 1;
        int run = at / 16;
        int packed = unsigned(data, block + 96 + run % 8);
        int lowScale = run < 8 ? packed & 15 : packed >>> 4;
        int highScale = unsigned(data, block + 104 + run % 4) >>> run / 4 * 2 & 3;
        int scale = (lowScale | highScale << 4) - 32;
        return half(data, block + 108) * scale * ((low | high << 2) - 4);
    }

    /** d, dmin, twelve bytes of six-bit scales and minima, 128 bytes of two numbers each. */
    private static float q4(MemorySegment data, long block, int at) {
        int both = unsigned(data, block + 16 + at / 64 * 32 + at % 32);
        return scaled(data, block, at / 32, at % 64 < 32 ? both & 15 : both >>> 4);
    }

    /** As q4, with 32 bytes of highest bits before the numbers. */
    private static float q5(MemorySegment data, long block, int at) {
        int both = unsigned(data, block + 48 + at / 64 * 32 + at % 32);
        int high = unsigned(data, block + 16 + at % 32) >>> at / 32 & 1;
        return scaled(data, block, at / 32, (at % 64 < 32 ? both & 15 : both >>> 4) | high << 4);
    }

    /** The scale and minimum of a run of 32: six bits each; the first four whole, the others in two pieces. */
    private static float scaled(MemorySegment data, long block, int run, int quant) {
        long scales = block + 4;
        int scale;
        int minimum;
        if (run < 4) {
            scale = unsigned(data, scales + run) & 63;
            minimum = unsigned(data, scales + run + 4) & 63;
        } else {
            int low = unsigned(data, scales + run + 4);
            scale = low & 15 | unsigned(data, scales + run - 4) >>> 6 << 4;
            minimum = low >>> 4 | unsigned(data, scales + run) >>> 6 << 4;
        }
        return half(data, block) * scale * quant - half(data, block + 2) * minimum;
    }

    /** 128 bytes of low halves, 64 bytes of the highest two bits, sixteen signed scales, d. */
    private static float q6(MemorySegment data, long block, int at) {
        int within = at % 128;
        int low = unsigned(data, block + at / 128 * 64 + within % 64);
        int high = unsigned(data, block + 128 + at / 128 * 32 + within % 32) >>> within / 32 * 2 & 3;
        int quant = (within < 64 ? low & 15 : low >>> 4) | high << 4;
        return half(data, block + 208) * data.get(ValueLayout.JAVA_BYTE, block + 192 + at / 16) * (quant - 32);
    }

    private static int unsigned(MemorySegment data, long offset) {
        return data.get(ValueLayout.JAVA_BYTE, offset) & 0xFF;
    }

    private static float half(MemorySegment data, long offset) {
        return Float.float16ToFloat(data.get(SHORT, offset));
    }
}
