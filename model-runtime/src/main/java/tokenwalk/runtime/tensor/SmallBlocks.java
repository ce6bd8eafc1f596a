package tokenwalk.runtime.tensor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Whole rows of GGML's types with blocks of 32 numbers, a run each. */
final class SmallBlocks {
    private static final int SIZE = 32;
    private static final int HALF = 16;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private SmallBlocks() {}

    /**
     * @param row its blocks, one after the other
     * @param runs gets what the blocks hold
     */
    static void read(TensorType type, byte[] row, Runs runs) {
        int block = 0;
        for (int run = 0; run < runs.scales.length; run++, block += type.blockBytes()) {
            runs.scales[run] = half(row, block);
            int to = run * SIZE;
            switch (type) {
                case Q8_0 -> System.arraycopy(row, block + 2, runs.quants, to, SIZE);
                case Q4_0 -> fourBits(row, block + 2, runs.quants, to);
                case Q4_1 -> {
                    runs.minimums[run] = -half(row, block + 2);
                    fourBits(row, block + 4, runs.quants, to);
                }
                case Q5_0 -> fiveBits(row, block + 2, runs.quants, to);
                case Q5_1 -> {
                    runs.minimums[run] = -half(row, block + 2);
                    fiveBits(row, block + 4, runs.quants, to);
                }
                case F32, F16, BF16, Q2_K, Q3_K, Q4_K, Q5_K, Q6_K ->
                    throw new IllegalArgumentException(type + " has no blocks of 32");
            }
        }
    }

    private static void fourBits(byte[] row, int from, byte[] quants, int to) {
        for (int i = 0; i < HALF; i++) {
            quants[to + i] = (byte) (row[from + i] & 15);
            quants[to + HALF + i] = (byte) (row[from + i] >> 4 & 15);
        }
    }

    /** The fifth bits of all 32 numbers stand before their other four. */
    private static void fiveBits(byte[] row, int from, byte[] quants, int to) {
        int fifth = (int) INT.get(row, from);
        fourBits(row, from + Integer.BYTES, quants, to);
        for (int i = 0; i < SIZE; i++) {
            quants[to + i] |= (byte) ((fifth >>> i & 1) << 4);
        }
    }

    private static float half(byte[] row, int at) {
        return Float.float16ToFloat((short) SHORT.get(row, at));
    }
}
