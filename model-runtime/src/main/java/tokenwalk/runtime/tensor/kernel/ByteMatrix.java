package tokenwalk.runtime.tensor.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
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
 * {@code d · q} with a signed byte q and a float32 d for 32 columns: Q8_0.
 *
 * <p>Of each 32 columns a panel holds d of each row, then eight ints a row: byte b of int i holds column 4 i + b.
 */
final class ByteMatrix extends PanelMatrix {
    private static final int BLOCK = 32;
    private static final int BLOCK_INTS = 9 * PANEL;

    ByteMatrix(StoredMatrix stored, Scratch scratch) {
        super(stored, stored.columns() / BLOCK * BLOCK_INTS, scratch);
    }

    @Override
    Packer packer(StoredMatrix stored) {
        Runs runs = new Runs(stored.type(), stored.columns());
        return (row, panel, lane) -> {
            stored.readRuns(row, runs);
            for (int block = 0; block < stored.columns() / BLOCK; block++) {
                int at = block * BLOCK_INTS + lane;
                panel[at] = Float.floatToRawIntBits(runs.scale(block));
                for (int i = 0; i < 8; i++) {
                    int column = block * BLOCK + 4 * i;
                    panel[at + (1 + i) * PANEL] = runs.quant(column) & 0xFF
                            | (runs.quant(column + 1) & 0xFF) << 8
                            | (runs.quant(column + 2) & 0xFF) << 16
                            | runs.quant(column + 3) << 24;
                }
            }
        };
    }

    @Override
    void multiply(int at, Inputs x, int token, float[] y, int to) {
        multiply(data, at, columns() / BLOCK, x.values(), token * columns(), y, to);
    }

    private static void multiply(MemorySegment w, int from, int blocks, float[] x, int xFrom, float[] y, int to) {
        FloatVector total0 = FloatVector.zero(FLOATS);
        FloatVector total1 = total0;
        int at = from;
        for (int block = 0; block < blocks; block++, at += BLOCK_INTS) {
            FloatVector even0 = FloatVector.zero(FLOATS), odd0 = even0, even1 = even0, odd1 = even0;
            for (int i = 0; i < 8; i++) {
                int k = xFrom + block * BLOCK + 4 * i;
                int q = at + (1 + i) * PANEL;
                IntVector v0 = IntVector.fromMemorySegment(INTS, w, 4L * q, ORDER);
                IntVector v1 = IntVector.fromMemorySegment(INTS, w, 4L * (q + COUNT), ORDER);
                FloatVector input = FloatVector.broadcast(FLOATS, x[k]);
                even0 = ((FloatVector) v0.lanewise(LSHL, 24).lanewise(ASHR, 24).convertShape(I2F, FLOATS, 0))
                        .fma(input, even0);
                even1 = ((FloatVector) v1.lanewise(LSHL, 24).lanewise(ASHR, 24).convertShape(I2F, FLOATS, 0))
                        .fma(input, even1);
                input = FloatVector.broadcast(FLOATS, x[k + 1]);
                odd0 = ((FloatVector) v0.lanewise(LSHL, 16).lanewise(ASHR, 24).convertShape(I2F, FLOATS, 0))
                        .fma(input, odd0);
                odd1 = ((FloatVector) v1.lanewise(LSHL, 16).lanewise(ASHR, 24).convertShape(I2F, FLOATS, 0))
                        .fma(input, odd1);
                input = FloatVector.broadcast(FLOATS, x[k + 2]);
                even0 = ((FloatVector) v0.lanewise(LSHL, 8).lanewise(ASHR, 24).convertShape(I2F, FLOATS, 0))
                        .fma(input, even0);
                even1 = ((FloatVector) v1.lanewise(LSHL, 8).lanewise(ASHR, 24).convertShape(I2F, FLOATS, 0))
                        .fma(input, even1);
                input = FloatVector.broadcast(FLOATS, x[k + 3]);
                odd0 = ((FloatVector) v0.lanewise(ASHR, 24).convertShape(I2F, FLOATS, 0)).fma(input, odd0);
                odd1 = ((FloatVector) v1.lanewise(ASHR, 24).convertShape(I2F, FLOATS, 0)).fma(input, odd1);
            }
            total0 = FloatVector.fromMemorySegment(FLOATS, w, 4L * at, ORDER).fma(even0.add(odd0), total0);
            total1 = FloatVector.fromMemorySegment(FLOATS, w, 4L * (at + COUNT), ORDER)
                    .fma(even1.add(odd1), total1);
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
        FloatVector d = FloatVector.fromMemorySegment(FLOATS, w, 4L * at, ORDER);
        for (int i = 0; i < 8; i++) {
            int to = first + 4 * i * PANEL;
            IntVector v = IntVector.fromMemorySegment(INTS, w, 4L * (at + (1 + i) * PANEL), ORDER);
            ((FloatVector) v.lanewise(LSHL, 24).lanewise(ASHR, 24).convertShape(I2F, FLOATS, 0))
                    .mul(d)
                    .intoArray(target, to);
            ((FloatVector) v.lanewise(LSHL, 16).lanewise(ASHR, 24).convertShape(I2F, FLOATS, 0))
                    .mul(d)
                    .intoArray(target, to + PANEL);
            ((FloatVector) v.lanewise(LSHL, 8).lanewise(ASHR, 24).convertShape(I2F, FLOATS, 0))
                    .mul(d)
                    .intoArray(target, to + 2 * PANEL);
            ((FloatVector) v.lanewise(ASHR, 24).convertShape(I2F, FLOATS, 0))
                    .mul(d)
                    .intoArray(target, to + 3 * PANEL);
        }
    }
}
