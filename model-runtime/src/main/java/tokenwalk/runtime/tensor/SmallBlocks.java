package tokenwalk.runtime.tensor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Whole rows of GGML's types with blocks of 32 numbers: the same numbers as the reference, block by block. */
final class SmallBlocks {
    private static final int SIZE = 32;
    private static final int HALF = 16;
    /** Adding −0 changes no number; adding +0 would change −0. */
    private static final float NOTHING = -0f;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private SmallBlocks() {}

    /**
     * @param row its blocks, one after the other
     * @param target gets the numbers, from {@code at} on
     */
    static void unpack(TensorType type, byte[] row, float[] target, int at) {
        int to = at;
        for (int block = 0; block < row.length; block += type.blockBytes(), to += SIZE) {
            float d = half(row, block);
            switch (type) {
                case Q8_0 -> {
                    for (int i = 0; i < SIZE; i++) {
                        target[to + i] = d * row[block + 2 + i];
                    }
                }
                case Q4_0 -> fourBits(row, block + 2, d, -8, NOTHING, target, to);
                case Q4_1 -> fourBits(row, block + 4, d, 0, half(row, block + 2), target, to);
                case Q5_0 -> fiveBits(row, block + 2, d, -16, NOTHING, target, to);
                case Q5_1 -> fiveBits(row, block + 4, d, 0, half(row, block + 2), target, to);
                case F32, F16, BF16, Q2_K, Q3_K, Q4_K, Q5_K, Q6_K ->
                    throw new IllegalArgumentException(type + " has no blocks of 32");
            }
        }
    }

    private static void fourBits(byte[] row, int quants, float d, int centre, float offset, float[] target, int to) {
        for (int i = 0; i < HALF; i++) {
            int both = row[quants + i] & 0xFF;
            target[to + i] = d * ((both & 15) + centre) + offset;
            target[to + HALF + i] = d * ((both >>> 4) + centre) + offset;
        }
    }

    /** The fifth bits of all 32 numbers stand before their other four. */
    private static void fiveBits(byte[] row, int bits, float d, int centre, float offset, float[] target, int to) {
        int fifth = (int) INT.get(row, bits);
        int quants = bits + Integer.BYTES;
        for (int i = 0; i < HALF; i++) {
            int both = row[quants + i] & 0xFF;
            int low = both & 15 | (fifth >>> i & 1) << 4;
            int high = both >>> 4 | (fifth >>> i + HALF & 1) << 4;
            target[to + i] = d * (low + centre) + offset;
            target[to + HALF + i] = d * (high + centre) + offset;
        }
    }

    private static float half(byte[] row, int at) {
        return Float.float16ToFloat((short) SHORT.get(row, at));
    }
}
