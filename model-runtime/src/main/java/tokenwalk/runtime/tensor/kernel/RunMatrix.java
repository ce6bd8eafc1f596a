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
    void multiplyOne(Inputs x, int token, int fromPanel, int toPanel, float[] y, int target) {
        multiplyUnpacked(x, token, fromPanel, toPanel, y, target);
    }

    @Override
    void unpack(int panel, int column, int count, float[] target, int from) {
        for (int vector = 0; vector < PANEL; vector += COUNT) {
            int at = at(panel) + column / run * runInts + vector;
            int to = from + vector;
            for (int r = 0; r < count / run; r++, at += runInts, to += run * PANEL) {
                if (nibbles) {
                    unpackNibbles(data, at, run, target, to);
                } else {
                    unpackBytes(data, at, run, target, to);
                }
            }
        }
    }

    private static void unpackNibbles(MemorySegment w, int at, int run, float[] target, int from) {
        FloatVector d = FloatVector.fromMemorySegment(FLOATS, w, 4L * at, ORDER);
        FloatVector m = FloatVector.fromMemorySegment(FLOATS, w, 4L * (at + PANEL), ORDER);
        FloatVector sixteenth = d.mul(0x1p-4f);
        int half = run / 2 * PANEL;
        for (int i = 0; i < run / 8; i++) {
            int to = from + 4 * i * PANEL;
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

    private static void unpackBytes(MemorySegment w, int at, int run, float[] target, int from) {
        FloatVector d = FloatVector.fromMemorySegment(FLOATS, w, 4L * at, ORDER);
        FloatVector m = FloatVector.fromMemorySegment(FLOATS, w, 4L * (at + PANEL), ORDER);
        for (int i = 0; i < run / 4; i++) {
            int to = from + 4 * i * PANEL;
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
