package tokenwalk.runtime.tensor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Whole rows of GGML's K types, run by run; {@link SuperBlock} says how a block is laid out. */
final class SuperBlocks {
    private static final int SIZE = 256;
    private static final int HALF = 128;
    private static final int LONG_RUN = 32;
    private static final int RUN = 16;
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private SuperBlocks() {}

    /**
     * @param row its blocks, one after the other
     * @param runs gets what the blocks hold
     */
    static void read(TensorType type, byte[] row, Runs runs) {
        int to = 0;
        for (int block = 0; block < row.length; block += type.blockBytes(), to += SIZE) {
            switch (type) {
                case Q2_K -> q2(row, block, runs, to);
                case Q3_K -> q3(row, block, runs, to);
                case Q4_K -> q4(row, block, runs, to);
                case Q5_K -> q5(row, block, runs, to);
                case Q6_K -> q6(row, block, runs, to);
                case F32, F16, BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1 ->
                    throw new IllegalArgumentException(type + " has no super-blocks");
            }
        }
    }

    private static void q2(byte[] row, int block, Runs runs, int to) {
        float d = half(row, block + 80);
        float dmin = half(row, block + 82);
        for (int run = 0; run < SIZE / RUN; run++) {
            int shared = row[block + run] & 0xFF;
            runs.scales[to / RUN + run] = d * (shared & 15);
            runs.minimums[to / RUN + run] = dmin * (shared >>> 4);
            int from = block + 16 + run / 8 * LONG_RUN + run % 2 * RUN;
            int shift = run % 8 / 2 * 2;
            int first = to + run * RUN;
            for (int i = 0; i < RUN; i++) {
                runs.quants[first + i] = (byte) (row[from + i] >> shift & 3);
            }
        }
    }

    private static void q3(byte[] row, int block, Runs runs, int to) {
        float d = half(row, block + 108);
        for (int run = 0; run < SIZE / RUN; run++) {
            int packed = row[block + 96 + run % 8] & 0xFF;
            int lowScale = run < 8 ? packed & 15 : packed >>> 4;
            int highScale = row[block + 104 + run % 4] >>> run / 4 * 2 & 3;
            runs.scales[to / RUN + run] = d * ((lowScale | highScale << 4) - 32);
            int within = run % 2 * RUN;
            int highs = block + within;
            int lows = block + 32 + run / 8 * LONG_RUN + within;
            int shift = run % 8 / 2 * 2;
            int bit = run / 2;
            int first = to + run * RUN;
            for (int i = 0; i < RUN; i++) {
                runs.quants[first + i] = (byte) (row[lows + i] >> shift & 3 | (row[highs + i] >> bit & 1) << 2);
            }
        }
    }

    private static void q4(byte[] row, int block, Runs runs, int to) {
        for (int run = 0; run < SIZE / LONG_RUN; run++) {
            scaleAndMinimum(row, block, run, runs, to / LONG_RUN + run);
            int from = block + 16 + run / 2 * LONG_RUN;
            int shift = run % 2 * 4;
            int first = to + run * LONG_RUN;
            for (int i = 0; i < LONG_RUN; i++) {
                runs.quants[first + i] = (byte) (row[from + i] >> shift & 15);
            }
        }
    }

    private static void q5(byte[] row, int block, Runs runs, int to) {
        int highs = block + 16;
        for (int run = 0; run < SIZE / LONG_RUN; run++) {
            scaleAndMinimum(row, block, run, runs, to / LONG_RUN + run);
            int lows = block + 48 + run / 2 * LONG_RUN;
            int shift = run % 2 * 4;
            int first = to + run * LONG_RUN;
            for (int i = 0; i < LONG_RUN; i++) {
                runs.quants[first + i] = (byte) (row[lows + i] >> shift & 15 | (row[highs + i] >> run & 1) << 4);
            }
        }
    }

    private static void q6(byte[] row, int block, Runs runs, int to) {
        float d = half(row, block + 208);
        for (int run = 0; run < SIZE / RUN; run++) {
            runs.scales[to / RUN + run] = d * row[block + 192 + run];
            int part = run % 8 / 2;
            int within = run % 2 * RUN;
            int lows = block + run / 8 * (HALF / 2) + part % 2 * LONG_RUN + within;
            int highs = block + HALF + run / 8 * LONG_RUN + within;
            int lowShift = part / 2 * 4;
            int highShift = part * 2;
            int first = to + run * RUN;
            for (int i = 0; i < RUN; i++) {
                runs.quants[first + i] =
                        (byte) (row[lows + i] >> lowShift & 15 | (row[highs + i] >> highShift & 3) << 4);
            }
        }
    }

    private static void scaleAndMinimum(byte[] row, int block, int run, Runs runs, int target) {
        runs.scales[target] = half(row, block) * scale(row, block + 4, run);
        runs.minimums[target] = half(row, block + 2) * minimum(row, block + 4, run);
    }

    /** Six bits; of the first four runs whole, of the others in two pieces. */
    private static int scale(byte[] row, int scales, int run) {
        return run < 4 ? row[scales + run] & 63 : row[scales + run + 4] & 15 | (row[scales + run - 4] >>> 6 & 3) << 4;
    }

    private static int minimum(byte[] row, int scales, int run) {
        return run < 4
                ? row[scales + run + 4] & 63
                : row[scales + run + 4] >>> 4 & 15 | (row[scales + run] >>> 6 & 3) << 4;
    }

    private static float half(byte[] row, int at) {
        return Float.float16ToFloat((short) SHORT.get(row, at));
    }
}
