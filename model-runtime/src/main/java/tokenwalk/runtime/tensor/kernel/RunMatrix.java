package tokenwalk.runtime.tensor.kernel;

import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHR;
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
 * {@code d · q + m} with float32 d and m for a run of 16 or 32 columns: what Q5_0, Q5_1 and the K types are turned into, exactly
 * but for the rounding of d and m. q takes four bits or eight.
 *
 * <p>Of each run a panel holds d of each row, then m, then the q in ints. With eight bits byte b of int i holds column
 * 4 i + b; with four its low half does, and its high half the same column of the run's second half.
 */
final class RunMatrix extends PanelMatrix {
    private final int run;
    private final boolean nibbles;
    private final int runInts;

    private RunMatrix(StoredMatrix stored, int run, boolean nibbles, int runInts, Scratch scratch) {
        super(stored, stored.columns() / run * runInts, scratch);
        this.run = run;
        this.nibbles = nibbles;
        this.runInts = runInts;
    }

    static RunMatrix of(StoredMatrix stored, Scratch scratch) {
        boolean nibbles = switch (stored.type()) {
            case Q4_0, Q4_1, Q2_K, Q3_K, Q4_K -> true;
            case F32, F16, BF16, Q8_0, Q5_0, Q5_1, Q5_K, Q6_K -> false;
        };
        int run = new Runs(stored.type(), 0).length();
        return new RunMatrix(stored, run, nibbles, (2 + run / (nibbles ? 8 : 4)) * PANEL, scratch);
    }

    @Override
    Packer packer(StoredMatrix stored) {
        Runs runs = new Runs(stored.type(), stored.columns());
        return (row, panel, lane) -> {
            stored.readRuns(row, runs);
            for (int r = 0; r < stored.columns() / run; r++) {
                int at = r * runInts + lane;
                panel[at] = Float.floatToRawIntBits(runs.scale(r));
                panel[at + PANEL] = Float.floatToRawIntBits(runs.offset(r));
                for (int i = 0; i < run; i++) {
                    int within = nibbles ? i % (run / 2) : i;
                    int shift = within % 4 * 8 + (within == i ? 0 : 4);
                    panel[at + (2 + within / 4) * PANEL] |= runs.quant(r * run + i) << shift;
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
        int first = token * columns();
        if (nibbles) {
            multiplyNibbles(data, at, columns() / run, run, x.values(), first, x.sums(), y, to);
        } else {
            multiplyBytes(data, at, columns() / run, run, x.values(), first, x.sums(), y, to);
        }
    }

    private static void multiplyNibbles(
            MemorySegment w, int from, int runs, int run, float[] x, int xFrom, float[] sums, float[] y, int to) {
        FloatVector total0 = FloatVector.zero(FLOATS);
        FloatVector total1 = total0;
        int half = run / 2;
        int at = from;
        int k = xFrom;
        for (int r = 0; r < runs; r++) {
            FloatVector sum = FloatVector.broadcast(FLOATS, sums[k / 16] + (run == 16 ? 0 : sums[k / 16 + 1]));
            FloatVector d0 = FloatVector.fromMemorySegment(FLOATS, w, 4L * at, ORDER);
            FloatVector d1 = FloatVector.fromMemorySegment(FLOATS, w, 4L * (at + COUNT), ORDER);
            FloatVector m0 = FloatVector.fromMemorySegment(FLOATS, w, 4L * (at + PANEL), ORDER);
            FloatVector m1 = FloatVector.fromMemorySegment(FLOATS, w, 4L * (at + PANEL + COUNT), ORDER);
            total0 = m0.fma(sum, total0);
            total1 = m1.fma(sum, total1);
            at += 2 * PANEL;
            FloatVector low0 = FloatVector.zero(FLOATS), high0 = low0, low1 = low0, high1 = low0;
            for (int i = 0; i < half; i += 4) {
                IntVector v0 = IntVector.fromMemorySegment(INTS, w, 4L * at, ORDER);
                IntVector v1 = IntVector.fromMemorySegment(INTS, w, 4L * (at + COUNT), ORDER);
                FloatVector xLow, xHigh;
                xLow = FloatVector.broadcast(FLOATS, x[k]);
                xHigh = FloatVector.broadcast(FLOATS, x[k + half]);
                low0 = ((FloatVector) v0.and(0xF).convertShape(I2F, FLOATS, 0)).fma(xLow, low0);
                high0 = ((FloatVector) v0.and(0xF0).convertShape(I2F, FLOATS, 0)).fma(xHigh, high0);
                low1 = ((FloatVector) v1.and(0xF).convertShape(I2F, FLOATS, 0)).fma(xLow, low1);
                high1 = ((FloatVector) v1.and(0xF0).convertShape(I2F, FLOATS, 0)).fma(xHigh, high1);
                xLow = FloatVector.broadcast(FLOATS, x[k + 1]);
                xHigh = FloatVector.broadcast(FLOATS, x[k + half + 1]);
                v0 = v0.lanewise(LSHR, 8);
                low0 = ((FloatVector) v0.and(0xF).convertShape(I2F, FLOATS, 0)).fma(xLow, low0);
                high0 = ((FloatVector) v0.and(0xF0).convertShape(I2F, FLOATS, 0)).fma(xHigh, high0);
                v1 = v1.lanewise(LSHR, 8);
                low1 = ((FloatVector) v1.and(0xF).convertShape(I2F, FLOATS, 0)).fma(xLow, low1);
                high1 = ((FloatVector) v1.and(0xF0).convertShape(I2F, FLOATS, 0)).fma(xHigh, high1);
                xLow = FloatVector.broadcast(FLOATS, x[k + 2]);
                xHigh = FloatVector.broadcast(FLOATS, x[k + half + 2]);
                v0 = v0.lanewise(LSHR, 8);
                low0 = ((FloatVector) v0.and(0xF).convertShape(I2F, FLOATS, 0)).fma(xLow, low0);
                high0 = ((FloatVector) v0.and(0xF0).convertShape(I2F, FLOATS, 0)).fma(xHigh, high0);
                v1 = v1.lanewise(LSHR, 8);
                low1 = ((FloatVector) v1.and(0xF).convertShape(I2F, FLOATS, 0)).fma(xLow, low1);
                high1 = ((FloatVector) v1.and(0xF0).convertShape(I2F, FLOATS, 0)).fma(xHigh, high1);
                xLow = FloatVector.broadcast(FLOATS, x[k + 3]);
                xHigh = FloatVector.broadcast(FLOATS, x[k + half + 3]);
                v0 = v0.lanewise(LSHR, 8);
                low0 = ((FloatVector) v0.and(0xF).convertShape(I2F, FLOATS, 0)).fma(xLow, low0);
                high0 = ((FloatVector) v0.and(0xF0).convertShape(I2F, FLOATS, 0)).fma(xHigh, high0);
                v1 = v1.lanewise(LSHR, 8);
                low1 = ((FloatVector) v1.and(0xF).convertShape(I2F, FLOATS, 0)).fma(xLow, low1);
                high1 = ((FloatVector) v1.and(0xF0).convertShape(I2F, FLOATS, 0)).fma(xHigh, high1);
                at += PANEL;
                k += 4;
            }
            k += half;
            total0 = d0.fma(high0.fma(FloatVector.broadcast(FLOATS, 0x1p-4f), low0), total0);
            total1 = d1.fma(high1.fma(FloatVector.broadcast(FLOATS, 0x1p-4f), low1), total1);
        }
        total0.intoArray(y, to);
        total1.intoArray(y, to + COUNT);
    }

    private static void multiplyBytes(
            MemorySegment w, int from, int runs, int run, float[] x, int xFrom, float[] sums, float[] y, int to) {
        FloatVector total0 = FloatVector.zero(FLOATS);
        FloatVector total1 = total0;
        int at = from;
        int k = xFrom;
        for (int r = 0; r < runs; r++) {
            FloatVector sum = FloatVector.broadcast(FLOATS, sums[k / 16] + (run == 16 ? 0 : sums[k / 16 + 1]));
            FloatVector d0 = FloatVector.fromMemorySegment(FLOATS, w, 4L * at, ORDER);
            FloatVector d1 = FloatVector.fromMemorySegment(FLOATS, w, 4L * (at + COUNT), ORDER);
            FloatVector m0 = FloatVector.fromMemorySegment(FLOATS, w, 4L * (at + PANEL), ORDER);
            FloatVector m1 = FloatVector.fromMemorySegment(FLOATS, w, 4L * (at + PANEL + COUNT), ORDER);
            total0 = m0.fma(sum, total0);
            total1 = m1.fma(sum, total1);
            at += 2 * PANEL;
            FloatVector even0 = FloatVector.zero(FLOATS), odd0 = even0, even1 = even0, odd1 = even0;
            for (int i = 0; i < run; i += 4) {
                IntVector v0 = IntVector.fromMemorySegment(INTS, w, 4L * at, ORDER);
                IntVector v1 = IntVector.fromMemorySegment(INTS, w, 4L * (at + COUNT), ORDER);
                FloatVector input;
                input = FloatVector.broadcast(FLOATS, x[k]);
                even0 = ((FloatVector) v0.and(0xFF).convertShape(I2F, FLOATS, 0)).fma(input, even0);
                even1 = ((FloatVector) v1.and(0xFF).convertShape(I2F, FLOATS, 0)).fma(input, even1);
                input = FloatVector.broadcast(FLOATS, x[k + 1]);
                v0 = v0.lanewise(LSHR, 8);
                odd0 = ((FloatVector) v0.and(0xFF).convertShape(I2F, FLOATS, 0)).fma(input, odd0);
                v1 = v1.lanewise(LSHR, 8);
                odd1 = ((FloatVector) v1.and(0xFF).convertShape(I2F, FLOATS, 0)).fma(input, odd1);
                input = FloatVector.broadcast(FLOATS, x[k + 2]);
                v0 = v0.lanewise(LSHR, 8);
                even0 = ((FloatVector) v0.and(0xFF).convertShape(I2F, FLOATS, 0)).fma(input, even0);
                v1 = v1.lanewise(LSHR, 8);
                even1 = ((FloatVector) v1.and(0xFF).convertShape(I2F, FLOATS, 0)).fma(input, even1);
                input = FloatVector.broadcast(FLOATS, x[k + 3]);
                v0 = v0.lanewise(LSHR, 8);
                odd0 = ((FloatVector) v0.and(0xFF).convertShape(I2F, FLOATS, 0)).fma(input, odd0);
                v1 = v1.lanewise(LSHR, 8);
                odd1 = ((FloatVector) v1.and(0xFF).convertShape(I2F, FLOATS, 0)).fma(input, odd1);
                at += PANEL;
                k += 4;
            }
            total0 = d0.fma(even0.add(odd0), total0);
            total1 = d1.fma(even1.add(odd1), total1);
        }
        total0.intoArray(y, to);
        total1.intoArray(y, to + COUNT);
    }

    @Override
    void unpack(int at, int column, int count, float[] target, int to) {
        for (int r = 0; r < count / run; r++) {
            int from = at + (column / run + r) * runInts;
            for (int vector = 0; vector < PANEL; vector += COUNT) {
                if (nibbles) {
                    unpackNibbles(data, from + vector, run, target, to + r * run * PANEL + vector);
                } else {
                    unpackBytes(data, from + vector, run, target, to + r * run * PANEL + vector);
                }
            }
        }
    }

    private static void unpackNibbles(MemorySegment w, int at, int run, float[] target, int first) {
        FloatVector d = FloatVector.fromMemorySegment(FLOATS, w, 4L * at, ORDER);
        FloatVector m = FloatVector.fromMemorySegment(FLOATS, w, 4L * (at + PANEL), ORDER);
        FloatVector sixteenth = d.mul(0x1p-4f);
        int half = run / 2 * PANEL;
        for (int i = 0; i < run / 8; i++) {
            int to = first + 4 * i * PANEL;
            IntVector v = IntVector.fromMemorySegment(INTS, w, 4L * (at + (2 + i) * PANEL), ORDER);
            ((FloatVector) v.and(0xF).convertShape(I2F, FLOATS, 0)).fma(d, m).intoArray(target, to);
            ((FloatVector) v.and(0xF0).convertShape(I2F, FLOATS, 0))
                    .fma(sixteenth, m)
                    .intoArray(target, to + half);
            v = v.lanewise(LSHR, 8);
            ((FloatVector) v.and(0xF).convertShape(I2F, FLOATS, 0)).fma(d, m).intoArray(target, to + PANEL);
            ((FloatVector) v.and(0xF0).convertShape(I2F, FLOATS, 0))
                    .fma(sixteenth, m)
                    .intoArray(target, to + half + PANEL);
            v = v.lanewise(LSHR, 8);
            ((FloatVector) v.and(0xF).convertShape(I2F, FLOATS, 0)).fma(d, m).intoArray(target, to + 2 * PANEL);
            ((FloatVector) v.and(0xF0).convertShape(I2F, FLOATS, 0))
                    .fma(sixteenth, m)
                    .intoArray(target, to + half + 2 * PANEL);
            v = v.lanewise(LSHR, 8);
            ((FloatVector) v.and(0xF).convertShape(I2F, FLOATS, 0)).fma(d, m).intoArray(target, to + 3 * PANEL);
            ((FloatVector) v.and(0xF0).convertShape(I2F, FLOATS, 0))
                    .fma(sixteenth, m)
                    .intoArray(target, to + half + 3 * PANEL);
        }
    }

    private static void unpackBytes(MemorySegment w, int at, int run, float[] target, int first) {
        FloatVector d = FloatVector.fromMemorySegment(FLOATS, w, 4L * at, ORDER);
        FloatVector m = FloatVector.fromMemorySegment(FLOATS, w, 4L * (at + PANEL), ORDER);
        for (int i = 0; i < run / 4; i++) {
            int to = first + 4 * i * PANEL;
            IntVector v = IntVector.fromMemorySegment(INTS, w, 4L * (at + (2 + i) * PANEL), ORDER);
            ((FloatVector) v.and(0xFF).convertShape(I2F, FLOATS, 0)).fma(d, m).intoArray(target, to);
            v = v.lanewise(LSHR, 8);
            ((FloatVector) v.and(0xFF).convertShape(I2F, FLOATS, 0)).fma(d, m).intoArray(target, to + PANEL);
            v = v.lanewise(LSHR, 8);
            ((FloatVector) v.and(0xFF).convertShape(I2F, FLOATS, 0)).fma(d, m).intoArray(target, to + 2 * PANEL);
            v = v.lanewise(LSHR, 8);
            ((FloatVector) v.convertShape(I2F, FLOATS, 0)).fma(d, m).intoArray(target, to + 3 * PANEL);
        }
    }
}
