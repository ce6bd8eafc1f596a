package tokenwalk.runtime.tensor.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
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
 * Float16: a panel holds a float32 unit of each row, then of each two columns an int a row, the first column in its low half.
 *
 * <p>Rows of numbers below 64 are stored 1024 times as large, which is exact, and in small units: so no number is left that
 * float16 has too few digits for. On such numbers many processors are slow.
 */
final class HalfMatrix extends PanelMatrix {
    /** A float16's bits, three places to the right of where a float32 has sign, exponent and fraction. */
    static final int BITS = 0x8FFFE000;
    /** The exponents' zeros lie so far apart. */
    static final float UNIT = 0x1p112f;

    private static final float ENLARGED = 1024;
    private static final float MOST = 64;

    HalfMatrix(StoredMatrix stored, Scratch scratch) {
        super(stored, (1 + (stored.columns() + 1) / 2) * PANEL, scratch);
    }

    @Override
    Packer packer(StoredMatrix stored) {
        float[] numbers = new float[stored.columns()];
        return (row, panel, lane) -> {
            stored.unpack(row, numbers, 0);
            float largest = 0;
            for (float number : numbers) {
                largest = Math.max(largest, Math.abs(number));
            }
            float factor = largest < MOST ? ENLARGED : 1;
            panel[lane] = Float.floatToRawIntBits(UNIT / factor);
            for (int k = 0; k < numbers.length; k++) {
                int bits = Float.floatToFloat16(numbers[k] * factor) & 0xFFFF;
                panel[(1 + k / 2) * PANEL + lane] |= bits << k % 2 * 16;
            }
        };
    }

    @Override
    void multiply(int at, Inputs x, int token, float[] y, int to) {
        multiply(data, at, columns(), x.values(), token * columns(), y, to);
    }

    private static void multiply(MemorySegment w, int from, int columns, float[] x, int xFrom, float[] y, int to) {
        FloatVector unit0 = FloatVector.fromMemorySegment(FLOATS, w, 4L * from, ORDER);
        FloatVector unit1 = FloatVector.fromMemorySegment(FLOATS, w, 4L * (from + COUNT), ORDER);
        FloatVector even0 = FloatVector.zero(FLOATS), odd0 = even0, even1 = even0, odd1 = even0;
        int at = from + PANEL;
        for (int k = 0; k < columns; k += 2, at += PANEL) {
            IntVector v0 = IntVector.fromMemorySegment(INTS, w, 4L * at, ORDER);
            IntVector v1 = IntVector.fromMemorySegment(INTS, w, 4L * (at + COUNT), ORDER);
            FloatVector input = FloatVector.broadcast(FLOATS, x[xFrom + k]);
            even0 = v0.lanewise(LSHL, 16)
                    .lanewise(ASHR, 3)
                    .and(BITS)
                    .reinterpretAsFloats()
                    .mul(unit0)
                    .fma(input, even0);
            even1 = v1.lanewise(LSHL, 16)
                    .lanewise(ASHR, 3)
                    .and(BITS)
                    .reinterpretAsFloats()
                    .mul(unit1)
                    .fma(input, even1);
            if (k + 1 < columns) {
                input = FloatVector.broadcast(FLOATS, x[xFrom + k + 1]);
                odd0 = v0.lanewise(ASHR, 3)
                        .and(BITS)
                        .reinterpretAsFloats()
                        .mul(unit0)
                        .fma(input, odd0);
                odd1 = v1.lanewise(ASHR, 3)
                        .and(BITS)
                        .reinterpretAsFloats()
                        .mul(unit1)
                        .fma(input, odd1);
            }
        }
        even0.add(odd0).intoArray(y, to);
        even1.add(odd1).intoArray(y, to + COUNT);
    }

    @Override
    void unpack(int at, int column, int count, float[] target, int to) {
        unpack(data, at, column, count, target, to);
    }

    private static void unpack(MemorySegment w, int panel, int column, int count, float[] target, int first) {
        FloatVector unit0 = FloatVector.fromMemorySegment(FLOATS, w, 4L * panel, ORDER);
        FloatVector unit1 = FloatVector.fromMemorySegment(FLOATS, w, 4L * (panel + COUNT), ORDER);
        int at = panel + (1 + column / 2) * PANEL;
        for (int k = 0; k < count; k += 2, at += PANEL) {
            int to = first + k * PANEL;
            IntVector v0 = IntVector.fromMemorySegment(INTS, w, 4L * at, ORDER);
            IntVector v1 = IntVector.fromMemorySegment(INTS, w, 4L * (at + COUNT), ORDER);
            v0.lanewise(LSHL, 16)
                    .lanewise(ASHR, 3)
                    .and(BITS)
                    .reinterpretAsFloats()
                    .mul(unit0)
                    .intoArray(target, to);
            v1.lanewise(LSHL, 16)
                    .lanewise(ASHR, 3)
                    .and(BITS)
                    .reinterpretAsFloats()
                    .mul(unit1)
                    .intoArray(target, to + COUNT);
            if (k + 1 < count) {
                v0.lanewise(ASHR, 3).and(BITS).reinterpretAsFloats().mul(unit0).intoArray(target, to + PANEL);
                v1.lanewise(ASHR, 3).and(BITS).reinterpretAsFloats().mul(unit1).intoArray(target, to + PANEL + COUNT);
            }
        }
    }
}
