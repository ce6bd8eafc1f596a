package tokenwalk.runtime.tensor.kernel;

import static tokenwalk.runtime.tensor.kernel.Lanes.COUNT;
import static tokenwalk.runtime.tensor.kernel.Lanes.FLOATS;
import static tokenwalk.runtime.tensor.kernel.Tiles.PANEL;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import tokenwalk.runtime.tensor.StoredMatrix;

/** Float32: a panel holds column after column, [columns × PANEL]. */
final class FloatMatrix extends PanelMatrix {

    FloatMatrix(StoredMatrix stored, Scratch scratch) {
        super(stored, stored.columns() * PANEL, scratch);
    }

    @Override
    Packer packer(StoredMatrix stored) {
        float[] numbers = new float[stored.columns()];
        return (row, panel, lane) -> {
            stored.unpack(row, numbers, 0);
            for (int k = 0; k < numbers.length; k++) {
                panel[k * PANEL + lane] = Float.floatToRawIntBits(numbers[k]);
            }
        };
    }

    @Override
    void multiply(int at, Inputs x, int token, float[] y, int to) {
        multiply(data, at, columns(), x.values(), token * columns(), y, to);
    }

    private static void multiply(MemorySegment w, int from, int columns, float[] x, int xFrom, float[] y, int to) {
        FloatVector even0 = FloatVector.zero(FLOATS), odd0 = even0, even1 = even0, odd1 = even0;
        int k = 0;
        for (; k + 2 <= columns; k += 2) {
            int at = from + k * PANEL;
            FloatVector input = FloatVector.broadcast(FLOATS, x[xFrom + k]);
            even0 = FloatVector.fromMemorySegment(FLOATS, w, 4L * at, ORDER).fma(input, even0);
            even1 = FloatVector.fromMemorySegment(FLOATS, w, 4L * (at + COUNT), ORDER)
                    .fma(input, even1);
            input = FloatVector.broadcast(FLOATS, x[xFrom + k + 1]);
            odd0 = FloatVector.fromMemorySegment(FLOATS, w, 4L * (at + PANEL), ORDER)
                    .fma(input, odd0);
            odd1 = FloatVector.fromMemorySegment(FLOATS, w, 4L * (at + PANEL + COUNT), ORDER)
                    .fma(input, odd1);
        }
        if (k < columns) {
            int at = from + k * PANEL;
            FloatVector input = FloatVector.broadcast(FLOATS, x[xFrom + k]);
            even0 = FloatVector.fromMemorySegment(FLOATS, w, 4L * at, ORDER).fma(input, even0);
            even1 = FloatVector.fromMemorySegment(FLOATS, w, 4L * (at + COUNT), ORDER)
                    .fma(input, even1);
        }
        even0.add(odd0).intoArray(y, to);
        even1.add(odd1).intoArray(y, to + COUNT);
    }

    @Override
    void unpack(int at, int column, int count, float[] target, int to) {
        long from = 4L * (at + column * PANEL);
        MemorySegment.copy(data, ValueLayout.JAVA_FLOAT, from, target, to, count * PANEL);
    }
}
