package tokenwalk.runtime.tensor.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static tokenwalk.runtime.tensor.kernel.Lanes.COUNT;
import static tokenwalk.runtime.tensor.kernel.Lanes.INTS;
import static tokenwalk.runtime.tensor.kernel.Tiles.PANEL;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.IntVector;
import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.TensorType;

/**
 * Numbers of sixteen bits, two columns in an int: F16 and BF16. Of each two columns a panel holds an int a row, the first
 * column in its low half.
 */
final class HalfMatrix extends PanelMatrix {
    // A float16's bits, three places to the right of where a float32 has sign, exponent and fraction; the exponents'
    // zeros differ.
    static final int HALF_BITS = 0x8FFFE000;
    static final float HALF_UNIT = 0x1p112f;

    private final boolean brain;

    HalfMatrix(StoredMatrix stored, Scratch scratch) {
        super(stored, (stored.columns() + 1) / 2 * PANEL, scratch);
        this.brain = stored.type() == TensorType.BF16;
    }

    @Override
    Packer packer(StoredMatrix stored) {
        float[] numbers = new float[stored.columns()];
        return (row, panel, lane) -> {
            stored.unpack(row, numbers, 0);
            for (int k = 0; k < numbers.length; k++) {
                int bits =
                        brain ? Float.floatToRawIntBits(numbers[k]) >>> 16 : Float.floatToFloat16(numbers[k]) & 0xFFFF;
                panel[k / 2 * PANEL + lane] |= bits << k % 2 * 16;
            }
        };
    }

    @Override
    void multiplyOne(Inputs x, int token, int fromPanel, int toPanel, float[] y, int target) {
        multiplyUnpacked(x, token, fromPanel, toPanel, y, target);
    }

    @Override
    void unpack(int panel, int column, int count, float[] target, int from) {
        int at = at(panel) + column / 2 * PANEL;
        if (brain) {
            unpackBrain(data, at, count, target, from);
        } else {
            unpackHalf(data, at, count, target, from);
        }
    }

    private static void unpackBrain(MemorySegment w, int at, int count, float[] target, int from) {
        for (int vector = 0; vector < PANEL; vector += COUNT) {
            int k = 0;
            for (; k + 2 <= count; k += 2) {
                IntVector v = IntVector.fromMemorySegment(INTS, w, 4L * (at + k / 2 * PANEL + vector), ORDER);
                v.lanewise(LSHL, 16).reinterpretAsFloats().intoArray(target, from + k * PANEL + vector);
                v.and(0xFFFF0000).reinterpretAsFloats().intoArray(target, from + (k + 1) * PANEL + vector);
            }
            if (k < count) {
                IntVector.fromMemorySegment(INTS, w, 4L * (at + k / 2 * PANEL + vector), ORDER)
                        .lanewise(LSHL, 16)
                        .reinterpretAsFloats()
                        .intoArray(target, from + k * PANEL + vector);
            }
        }
    }

    private static void unpackHalf(MemorySegment w, int at, int count, float[] target, int from) {
        for (int vector = 0; vector < PANEL; vector += COUNT) {
            int k = 0;
            for (; k + 2 <= count; k += 2) {
                IntVector v = IntVector.fromMemorySegment(INTS, w, 4L * (at + k / 2 * PANEL + vector), ORDER);
                v.lanewise(LSHL, 16)
                        .lanewise(ASHR, 3)
                        .and(HALF_BITS)
                        .reinterpretAsFloats()
                        .mul(HALF_UNIT)
                        .intoArray(target, from + k * PANEL + vector);
                v.lanewise(ASHR, 3)
                        .and(HALF_BITS)
                        .reinterpretAsFloats()
                        .mul(HALF_UNIT)
                        .intoArray(target, from + (k + 1) * PANEL + vector);
            }
            if (k < count) {
                IntVector.fromMemorySegment(INTS, w, 4L * (at + k / 2 * PANEL + vector), ORDER)
                        .lanewise(LSHL, 16)
                        .lanewise(ASHR, 3)
                        .and(HALF_BITS)
                        .reinterpretAsFloats()
                        .mul(HALF_UNIT)
                        .intoArray(target, from + k * PANEL + vector);
            }
        }
    }
}
