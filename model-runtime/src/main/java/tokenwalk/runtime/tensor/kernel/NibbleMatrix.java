package tokenwalk.runtime.tensor.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.ROL;
import static tokenwalk.runtime.tensor.kernel.Lanes.COUNT;
import static tokenwalk.runtime.tensor.kernel.Lanes.FLOATS;
import static tokenwalk.runtime.tensor.kernel.Lanes.INTS;
import static tokenwalk.runtime.tensor.kernel.Tiles.PANEL;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import tokenwalk.runtime.tensor.Runs;
import tokenwalk.runtime.tensor.StoredMatrix;

/**
 * {@code d · q + m} with four-bit q and float16 d and m for 32 columns: Q4_1, and Q4_0 with m = −8 d.
 *
 * <p>Of each 32 columns a panel holds an int a row with d (low half) and m, then four ints a row with eight q each: byte b
 * of int i holds column 4 i + b (low half) and column 16 + 4 i + b.
 */
final class NibbleMatrix extends PanelMatrix {
    private static final int BLOCK = 32;
    private static final int BLOCK_INTS = 5 * PANEL;

    // A float16's bits, three places to the right of where a float32 has sign, exponent and fraction; the exponents'
    // zeros differ.
    private static final int HALF_BITS = 0x8FFFE000;
    private static final float HALF_UNIT = 0x1p112f;

    // AVX-512: q is put below the leading one of a float32: 1 + q / 256 (low half of the byte) or 1 + q / 16.
    private static final int ONE = 0x3F800000;
    private static final int LOW_FRACTION = 0x00078000;
    private static final int HIGH_FRACTION = 0x00780000;

    /** How far the ints are rotated, so that the first byte stands in the fraction. */
    private static final int ROTATION = Lanes.AVX_512 ? 15 : 0;

    NibbleMatrix(StoredMatrix stored, Scratch scratch) {
        super(stored, stored.columns() / BLOCK * BLOCK_INTS, scratch);
    }

    @Override
    Packer packer(StoredMatrix stored) {
        Runs runs = new Runs(stored.type(), stored.columns());
        return (row, panel, lane) -> {
            stored.readRuns(row, runs);
            for (int block = 0; block < stored.columns() / BLOCK; block++) {
                int at = block * BLOCK_INTS + lane;
                panel[at] = Float.floatToFloat16(runs.scale(block)) & 0xFFFF
                        | Float.floatToFloat16(runs.offset(block)) << 16;
                for (int i = 0; i < 4; i++) {
                    int eight = 0;
                    for (int b = 0; b < 4; b++) {
                        int column = block * BLOCK + 4 * i + b;
                        eight |= (runs.quant(column) | runs.quant(column + 16) << 4) << 8 * b;
                    }
                    panel[at + (1 + i) * PANEL] = Integer.rotateLeft(eight, ROTATION);
                }
            }
        };
    }

    @Override
    void prepareFew(Inputs x) {
        x.prepareSums();
    }

    @Override
    void multiply(int at, Inputs x, int token, float[] y, int to) {
        int blocks = columns() / BLOCK;
        if (Lanes.AVX_512) {
            inFractions(data, at, blocks, x.values(), token * columns(), x.sums(), y, to);
        } else {
            converted(data, at, blocks, x.values(), token * columns(), x.sums(), y, to);
        }
    }

    /**
     * {@code Σ x · (1 + q / 16)} less {@code Σ x} is a sixteenth of {@code Σ x · q}. Two sums for each half of a vector's bytes, so
     * that one need not wait for the other.
     */
    private static void inFractions(
            MemorySegment w, int from, int blocks, float[] x, int xFrom, float[] sums, float[] y, int to) {
        FloatVector total0 = FloatVector.zero(FLOATS);
        FloatVector total1 = total0;
        int at = from;
        for (int block = 0; block < blocks; block++, at += BLOCK_INTS) {
            int half = xFrom / 16 + 2 * block;
            FloatVector lowSum = FloatVector.broadcast(FLOATS, sums[half]);
            FloatVector highSum = FloatVector.broadcast(FLOATS, sums[half + 1]);
            FloatVector low0 = lowSum.neg(), high0 = highSum.neg(), low1 = low0, high1 = high0;
            FloatVector lowOdd0 = FloatVector.zero(FLOATS), highOdd0 = lowOdd0, lowOdd1 = lowOdd0, highOdd1 = lowOdd0;
            for (int i = 0; i < 4; i++) {
                int k = xFrom + block * BLOCK + i * 4;
                int q = at + (1 + i) * PANEL;
                IntVector v0 = IntVector.fromMemorySegment(INTS, w, 4L * q, ORDER);
                IntVector v1 = IntVector.fromMemorySegment(INTS, w, 4L * (q + COUNT), ORDER);
                FloatVector xLow = FloatVector.broadcast(FLOATS, x[k]),
                        xHigh = FloatVector.broadcast(FLOATS, x[k + 16]);
                low0 = v0.and(LOW_FRACTION).or(ONE).reinterpretAsFloats().fma(xLow, low0);
                high0 = v0.and(HIGH_FRACTION).or(ONE).reinterpretAsFloats().fma(xHigh, high0);
                low1 = v1.and(LOW_FRACTION).or(ONE).reinterpretAsFloats().fma(xLow, low1);
                high1 = v1.and(HIGH_FRACTION).or(ONE).reinterpretAsFloats().fma(xHigh, high1);
                xLow = FloatVector.broadcast(FLOATS, x[k + 1]);
                xHigh = FloatVector.broadcast(FLOATS, x[k + 17]);
                v0 = v0.lanewise(ROL, 24);
                lowOdd0 = v0.and(LOW_FRACTION).or(ONE).reinterpretAsFloats().fma(xLow, lowOdd0);
                highOdd0 = v0.and(HIGH_FRACTION).or(ONE).reinterpretAsFloats().fma(xHigh, highOdd0);
                v1 = v1.lanewise(ROL, 24);
                lowOdd1 = v1.and(LOW_FRACTION).or(ONE).reinterpretAsFloats().fma(xLow, lowOdd1);
                highOdd1 = v1.and(HIGH_FRACTION).or(ONE).reinterpretAsFloats().fma(xHigh, highOdd1);
                xLow = FloatVector.broadcast(FLOATS, x[k + 2]);
                xHigh = FloatVector.broadcast(FLOATS, x[k + 18]);
                v0 = v0.lanewise(ROL, 24);
                low0 = v0.and(LOW_FRACTION).or(ONE).reinterpretAsFloats().fma(xLow, low0);
                high0 = v0.and(HIGH_FRACTION).or(ONE).reinterpretAsFloats().fma(xHigh, high0);
                v1 = v1.lanewise(ROL, 24);
                low1 = v1.and(LOW_FRACTION).or(ONE).reinterpretAsFloats().fma(xLow, low1);
                high1 = v1.and(HIGH_FRACTION).or(ONE).reinterpretAsFloats().fma(xHigh, high1);
                xLow = FloatVector.broadcast(FLOATS, x[k + 3]);
                xHigh = FloatVector.broadcast(FLOATS, x[k + 19]);
                v0 = v0.lanewise(ROL, 24);
                lowOdd0 = v0.and(LOW_FRACTION).or(ONE).reinterpretAsFloats().fma(xLow, lowOdd0);
                highOdd0 = v0.and(HIGH_FRACTION).or(ONE).reinterpretAsFloats().fma(xHigh, highOdd0);
                v1 = v1.lanewise(ROL, 24);
                lowOdd1 = v1.and(LOW_FRACTION).or(ONE).reinterpretAsFloats().fma(xLow, lowOdd1);
                highOdd1 = v1.and(HIGH_FRACTION).or(ONE).reinterpretAsFloats().fma(xHigh, highOdd1);
            }
            IntVector both = IntVector.fromMemorySegment(INTS, w, 4L * at, ORDER);
            FloatVector sum = lowSum.add(highSum);
            FloatVector d = both.lanewise(LSHL, 16)
                    .lanewise(ASHR, 3)
                    .and(HALF_BITS)
                    .reinterpretAsFloats()
                    .mul(HALF_UNIT * 16);
            FloatVector m =
                    both.lanewise(ASHR, 3).and(HALF_BITS).reinterpretAsFloats().mul(HALF_UNIT);
            total0 = m.fma(sum, total0);
            total0 = d.fma(low0.add(lowOdd0).fma(FloatVector.broadcast(FLOATS, 16f), high0.add(highOdd0)), total0);
            both = IntVector.fromMemorySegment(INTS, w, 4L * (at + COUNT), ORDER);
            d = both.lanewise(LSHL, 16)
                    .lanewise(ASHR, 3)
                    .and(HALF_BITS)
                    .reinterpretAsFloats()
                    .mul(HALF_UNIT * 16);
            m = both.lanewise(ASHR, 3).and(HALF_BITS).reinterpretAsFloats().mul(HALF_UNIT);
            total1 = m.fma(sum, total1);
            total1 = d.fma(low1.add(lowOdd1).fma(FloatVector.broadcast(FLOATS, 16f), high1.add(highOdd1)), total1);
        }
        total0.intoArray(y, to);
        total1.intoArray(y, to + COUNT);
    }

    private static void converted(
            MemorySegment w, int from, int blocks, float[] x, int xFrom, float[] sums, float[] y, int to) {
        FloatVector total0 = FloatVector.zero(FLOATS);
        FloatVector total1 = total0;
        int at = from;
        for (int block = 0; block < blocks; block++, at += BLOCK_INTS) {
            FloatVector low0 = FloatVector.zero(FLOATS), high0 = low0, low1 = low0, high1 = low0;
            for (int i = 0; i < 4; i++) {
                int k = xFrom + block * BLOCK + i * 4;
                int q = at + (1 + i) * PANEL;
                IntVector v0 = IntVector.fromMemorySegment(INTS, w, 4L * q, ORDER);
                IntVector v1 = IntVector.fromMemorySegment(INTS, w, 4L * (q + COUNT), ORDER);
                FloatVector xLow = FloatVector.broadcast(FLOATS, x[k]),
                        xHigh = FloatVector.broadcast(FLOATS, x[k + 16]);
                low0 = ((FloatVector) v0.and(0xF).convertShape(I2F, FLOATS, 0)).fma(xLow, low0);
                high0 = ((FloatVector) v0.and(0xF0).convertShape(I2F, FLOATS, 0)).fma(xHigh, high0);
                low1 = ((FloatVector) v1.and(0xF).convertShape(I2F, FLOATS, 0)).fma(xLow, low1);
                high1 = ((FloatVector) v1.and(0xF0).convertShape(I2F, FLOATS, 0)).fma(xHigh, high1);
                xLow = FloatVector.broadcast(FLOATS, x[k + 1]);
                xHigh = FloatVector.broadcast(FLOATS, x[k + 17]);
                v0 = v0.lanewise(LSHR, 8);
                low0 = ((FloatVector) v0.and(0xF).convertShape(I2F, FLOATS, 0)).fma(xLow, low0);
                high0 = ((FloatVector) v0.and(0xF0).convertShape(I2F, FLOATS, 0)).fma(xHigh, high0);
                v1 = v1.lanewise(LSHR, 8);
                low1 = ((FloatVector) v1.and(0xF).convertShape(I2F, FLOATS, 0)).fma(xLow, low1);
                high1 = ((FloatVector) v1.and(0xF0).convertShape(I2F, FLOATS, 0)).fma(xHigh, high1);
                xLow = FloatVector.broadcast(FLOATS, x[k + 2]);
                xHigh = FloatVector.broadcast(FLOATS, x[k + 18]);
                v0 = v0.lanewise(LSHR, 8);
                low0 = ((FloatVector) v0.and(0xF).convertShape(I2F, FLOATS, 0)).fma(xLow, low0);
                high0 = ((FloatVector) v0.and(0xF0).convertShape(I2F, FLOATS, 0)).fma(xHigh, high0);
                v1 = v1.lanewise(LSHR, 8);
                low1 = ((FloatVector) v1.and(0xF).convertShape(I2F, FLOATS, 0)).fma(xLow, low1);
                high1 = ((FloatVector) v1.and(0xF0).convertShape(I2F, FLOATS, 0)).fma(xHigh, high1);
                xLow = FloatVector.broadcast(FLOATS, x[k + 3]);
                xHigh = FloatVector.broadcast(FLOATS, x[k + 19]);
                v0 = v0.lanewise(LSHR, 8);
                low0 = ((FloatVector) v0.and(0xF).convertShape(I2F, FLOATS, 0)).fma(xLow, low0);
                high0 = ((FloatVector) v0.and(0xF0).convertShape(I2F, FLOATS, 0)).fma(xHigh, high0);
                v1 = v1.lanewise(LSHR, 8);
                low1 = ((FloatVector) v1.and(0xF).convertShape(I2F, FLOATS, 0)).fma(xLow, low1);
                high1 = ((FloatVector) v1.and(0xF0).convertShape(I2F, FLOATS, 0)).fma(xHigh, high1);
            }
            int half = xFrom / 16 + 2 * block;
            FloatVector sum = FloatVector.broadcast(FLOATS, sums[half] + sums[half + 1]);
            IntVector both = IntVector.fromMemorySegment(INTS, w, 4L * at, ORDER);
            FloatVector d = both.lanewise(LSHL, 16)
                    .lanewise(ASHR, 3)
                    .and(HALF_BITS)
                    .reinterpretAsFloats()
                    .mul(HALF_UNIT);
            FloatVector m =
                    both.lanewise(ASHR, 3).and(HALF_BITS).reinterpretAsFloats().mul(HALF_UNIT);
            total0 = m.fma(sum, total0);
            total0 = d.fma(high0.fma(FloatVector.broadcast(FLOATS, 0x1p-4f), low0), total0);
            both = IntVector.fromMemorySegment(INTS, w, 4L * (at + COUNT), ORDER);
            d = both.lanewise(LSHL, 16)
                    .lanewise(ASHR, 3)
                    .and(HALF_BITS)
                    .reinterpretAsFloats()
                    .mul(HALF_UNIT);
            m = both.lanewise(ASHR, 3).and(HALF_BITS).reinterpretAsFloats().mul(HALF_UNIT);
            total1 = m.fma(sum, total1);
            total1 = d.fma(high1.fma(FloatVector.broadcast(FLOATS, 0x1p-4f), low1), total1);
        }
        total0.intoArray(y, to);
        total1.intoArray(y, to + COUNT);
    }

    @Override
    void unpack(int at, int column, int count, float[] target, int to) {
        for (int block = 0; block < count / BLOCK; block++) {
            int from = at + (column / BLOCK + block) * BLOCK_INTS;
            unpackBlock(data, from, target, to + block * BLOCK * PANEL);
            unpackBlock(data, from + COUNT, target, to + block * BLOCK * PANEL + COUNT);
        }
    }

    private static void unpackBlock(MemorySegment w, int at, float[] target, int first) {
        IntVector both = IntVector.fromMemorySegment(INTS, w, 4L * at, ORDER);
        FloatVector d = both.lanewise(LSHL, 16)
                .lanewise(ASHR, 3)
                .and(HALF_BITS)
                .reinterpretAsFloats()
                .mul(HALF_UNIT);
        FloatVector m =
                both.lanewise(ASHR, 3).and(HALF_BITS).reinterpretAsFloats().mul(HALF_UNIT);
        FloatVector sixteenth = d.mul(0x1p-4f);
        for (int i = 0; i < 4; i++) {
            int to = first + 4 * i * PANEL;
            IntVector v = IntVector.fromMemorySegment(INTS, w, 4L * (at + (1 + i) * PANEL), ORDER)
                    .lanewise(ROL, 32 - ROTATION);
            ((FloatVector) v.and(0xF).convertShape(I2F, FLOATS, 0)).fma(d, m).intoArray(target, to);
            ((FloatVector) v.and(0xF0).convertShape(I2F, FLOATS, 0))
                    .fma(sixteenth, m)
                    .intoArray(target, to + 16 * PANEL);
            v = v.lanewise(LSHR, 8);
            ((FloatVector) v.and(0xF).convertShape(I2F, FLOATS, 0)).fma(d, m).intoArray(target, to + PANEL);
            ((FloatVector) v.and(0xF0).convertShape(I2F, FLOATS, 0))
                    .fma(sixteenth, m)
                    .intoArray(target, to + 17 * PANEL);
            v = v.lanewise(LSHR, 8);
            ((FloatVector) v.and(0xF).convertShape(I2F, FLOATS, 0)).fma(d, m).intoArray(target, to + 2 * PANEL);
            ((FloatVector) v.and(0xF0).convertShape(I2F, FLOATS, 0))
                    .fma(sixteenth, m)
                    .intoArray(target, to + 18 * PANEL);
            v = v.lanewise(LSHR, 8);
            ((FloatVector) v.and(0xF).convertShape(I2F, FLOATS, 0)).fma(d, m).intoArray(target, to + 3 * PANEL);
            ((FloatVector) v.and(0xF0).convertShape(I2F, FLOATS, 0))
                    .fma(sixteenth, m)
                    .intoArray(target, to + 19 * PANEL);
        }
    }
}
