package tokenwalk.runtime.tensor.kernel;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static tokenwalk.runtime.tensor.kernel.Lanes.COUNT;
import static tokenwalk.runtime.tensor.kernel.Lanes.FLOATS;
import static tokenwalk.runtime.tensor.kernel.Lanes.INTS;
import static tokenwalk.runtime.tensor.kernel.Tiles.PANEL;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import tokenwalk.runtime.tensor.StoredMatrix;

/**
 * BF16, the upper half of a float32: of each two columns a panel holds an int a row, the first column in its low half.
 */
final class BrainMatrix extends PanelMatrix {
    private static final int UPPER = 0xFFFF0000;

    BrainMatrix(StoredMatrix stored, Scratch scratch) {
        super(stored, (stored.columns() + 1) / 2 * PANEL, scratch);
    }

    @Override
    Packer packer(StoredMatrix stored) {
        float[] numbers = new float[stored.columns()];
        return (row, panel, lane) -> {
            stored.unpack(row, numbers, 0);
            for (int k = 0; k < numbers.length; k++) {
                panel[k / 2 * PANEL + lane] |= Float.floatToRawIntBits(numbers[k]) >>> 16 << k % 2 * 16;
            }
        };
    }

    @Override
    void multiply(int at, Inputs x, int token, float[] y, int to) {
        multiply(data, at, columns(), x.values(), token * columns(), y, to);
    }

    private static void multiply(MemorySegment w, int from, int columns, float[] x, int xFrom, float[] y, int to) {
        FloatVector even0 = FloatVector.zero(FLOATS), odd0 = even0, even1 = even0, odd1 = even0;
        int at = from;
        for (int k = 0; k < columns; k += 2, at += PANEL) {
            IntVector v0 = IntVector.fromMemorySegment(INTS, w, 4L * at, ORDER);
            IntVector v1 = IntVector.fromMemorySegment(INTS, w, 4L * (at + COUNT), ORDER);
            FloatVector input = FloatVector.broadcast(FLOATS, x[xFrom + k]);
            even0 = v0.lanewise(LSHL, 16).reinterpretAsFloats().fma(input, even0);
            even1 = v1.lanewise(LSHL, 16).reinterpretAsFloats().fma(input, even1);
            if (k + 1 < columns) {
                input = FloatVector.broadcast(FLOATS, x[xFrom + k + 1]);
                odd0 = v0.and(UPPER).reinterpretAsFloats().fma(input, odd0);
                odd1 = v1.and(UPPER).reinterpretAsFloats().fma(input, odd1);
            }
        }
        even0.add(odd0).intoArray(y, to);
        even1.add(odd1).intoArray(y, to + COUNT);
    }

    @Override
    void unpack(int at, int column, int count, float[] target, int to) {
        unpack(data, at + column / 2 * PANEL, count, target, to);
    }

    private static void unpack(MemorySegment w, int from, int count, float[] target, int first) {
        int at = from;
        for (int k = 0; k < count; k += 2, at += PANEL) {
            int to = first + k * PANEL;
            IntVector v0 = IntVector.fromMemorySegment(INTS, w, 4L * at, ORDER);
            IntVector v1 = IntVector.fromMemorySegment(INTS, w, 4L * (at + COUNT), ORDER);
            v0.lanewise(LSHL, 16).reinterpretAsFloats().intoArray(target, to);
            v1.lanewise(LSHL, 16).reinterpretAsFloats().intoArray(target, to + COUNT);
            if (k + 1 < count) {
                v0.and(UPPER).reinterpretAsFloats().intoArray(target, to + PANEL);
                v1.and(UPPER).reinterpretAsFloats().intoArray(target, to + PANEL + COUNT);
            }
        }
    }
}
