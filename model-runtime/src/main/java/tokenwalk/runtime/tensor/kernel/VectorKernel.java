package tokenwalk.runtime.tensor.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.TensorType;

/**
 * The same sums as {@link ScalarKernel} on the Vector API, in the machine's preferred width.
 *
 * <p>One vector: Q4_1 and Q8_0 blocks are unpacked in registers, four rows at a time; float32 is read where it lies.
 * Several vectors, or other types: four rows are unpacked once into a panel that stays in the first-level cache, then multiplied in tiles of four rows × three vectors.
 */
final class VectorKernel implements Kernel {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    /** As many bytes as a float vector has lanes; there is no such shape below 64 bits. */
    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, LANES * 8)));

    private static final boolean UNPACKS_IN_REGISTERS = BYTES.length() == LANES && LANES <= 16;
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(LITTLE);
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(LITTLE);
    private static final int ROWS = 4;

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public void multiply(StoredMatrix weights, float[] x, int tokens, float[] y, int fromRow, int toRow) {
        int row = fromRow;
        if (tokens == 1 && weights.type() == TensorType.F32) {
            for (; row < toRow; row++) {
                y[row] = dot(weights.data(), weights.rowOffset(row), x);
            }
        } else if (tokens == 1 && UNPACKS_IN_REGISTERS) {
            float[] blockSums = new float[weights.columns() / 32];
            switch (weights.type()) {
                case Q4_1 -> {
                    sumBlocks(x, blockSums);
                    for (; row + ROWS <= toRow; row += ROWS) {
                        fourRowsQ4(weights, x, blockSums, y, row);
                    }
                }
                case Q8_0 -> {
                    for (; row + ROWS <= toRow; row += ROWS) {
                        fourRowsQ8(weights, x, y, row);
                    }
                }
                case F32, F16, BF16, Q4_0, Q5_0, Q5_1, Q2_K, Q3_K, Q4_K, Q5_K, Q6_K -> {}
            }
        }
        panels(weights, x, tokens, y, row, toRow);
    }

    @Override
    public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
        FloatVector sum = FloatVector.zero(FLOATS);
        int i = 0;
        for (; i + LANES <= length; i += LANES) {
            sum = FloatVector.fromArray(FLOATS, a, aFrom + i).fma(FloatVector.fromArray(FLOATS, b, bFrom + i), sum);
        }
        float total = sum.reduceLanes(VectorOperators.ADD);
        for (; i < length; i++) {
            total += a[aFrom + i] * b[bFrom + i];
        }
        return total;
    }

    @Override
    public void addScaled(float factor, float[] x, int xFrom, float[] y, int yFrom, int length) {
        FloatVector factors = FloatVector.broadcast(FLOATS, factor);
        int i = 0;
        for (; i + LANES <= length; i += LANES) {
            FloatVector.fromArray(FLOATS, x, xFrom + i)
                    .fma(factors, FloatVector.fromArray(FLOATS, y, yFrom + i))
                    .intoArray(y, yFrom + i);
        }
        for (; i < length; i++) {
            y[yFrom + i] += factor * x[xFrom + i];
        }
    }

    /** A row of float32 is multiplied where it lies; two sums, so that one need not wait for the other. */
    private static float dot(MemorySegment data, long from, float[] x) {
        FloatVector even = FloatVector.zero(FLOATS);
        FloatVector odd = even;
        int k = 0;
        for (; k + 2 * LANES <= x.length; k += 2 * LANES) {
            long at = from + (long) k * Float.BYTES;
            even = FloatVector.fromMemorySegment(FLOATS, data, at, LITTLE)
                    .fma(FloatVector.fromArray(FLOATS, x, k), even);
            odd = FloatVector.fromMemorySegment(FLOATS, data, at + (long) LANES * Float.BYTES, LITTLE)
                    .fma(FloatVector.fromArray(FLOATS, x, k + LANES), odd);
        }
        float total = sum(even.add(odd));
        for (; k < x.length; k++) {
            total += data.get(FLOAT, from + (long) k * Float.BYTES) * x[k];
        }
        return total;
    }

    // One vector: the offsets m of a Q4_1 block meet the sum of the block's inputs, once a block.

    private static void sumBlocks(float[] x, float[] sums) {
        for (int block = 0; block < sums.length; block++) {
            float sum = 0;
            for (int i = 0; i < 32; i++) {
                sum += x[block * 32 + i];
            }
            sums[block] = sum;
        }
    }

    private static void fourRowsQ4(StoredMatrix weights, float[] x, float[] blockSums, float[] y, int row) {
        MemorySegment data = weights.data();
        long at0 = weights.rowOffset(row);
        long at1 = weights.rowOffset(row + 1);
        long at2 = weights.rowOffset(row + 2);
        long at3 = weights.rowOffset(row + 3);
        FloatVector sum0 = FloatVector.zero(FLOATS);
        FloatVector sum1 = sum0;
        FloatVector sum2 = sum0;
        FloatVector sum3 = sum0;
        float offset0 = 0;
        float offset1 = 0;
        float offset2 = 0;
        float offset3 = 0;
        for (int block = 0; block < blockSums.length; block++) {
            long o = block * 20L;
            for (int half = 0; half < 16; half += LANES) {
                FloatVector low = FloatVector.fromArray(FLOATS, x, block * 32 + half);
                FloatVector high = FloatVector.fromArray(FLOATS, x, block * 32 + 16 + half);
                sum0 = addQ4(data, at0 + o, half, low, high, sum0);
                sum1 = addQ4(data, at1 + o, half, low, high, sum1);
                sum2 = addQ4(data, at2 + o, half, low, high, sum2);
                sum3 = addQ4(data, at3 + o, half, low, high, sum3);
            }
            offset0 += blockSums[block] * half(data, at0 + o + 2);
            offset1 += blockSums[block] * half(data, at1 + o + 2);
            offset2 += blockSums[block] * half(data, at2 + o + 2);
            offset3 += blockSums[block] * half(data, at3 + o + 2);
        }
        y[row] = sum0.reduceLanes(VectorOperators.ADD) + offset0;
        y[row + 1] = sum1.reduceLanes(VectorOperators.ADD) + offset1;
        y[row + 2] = sum2.reduceLanes(VectorOperators.ADD) + offset2;
        y[row + 3] = sum3.reduceLanes(VectorOperators.ADD) + offset3;
    }

    private static FloatVector addQ4(
            MemorySegment data, long block, int half, FloatVector low, FloatVector high, FloatVector sum) {
        ByteVector quants = ByteVector.fromMemorySegment(BYTES, data, block + 4 + half, LITTLE);
        FloatVector first = (FloatVector) quants.and((byte) 15).castShape(FLOATS, 0);
        FloatVector second =
                (FloatVector) quants.lanewise(VectorOperators.LSHR, 4).castShape(FLOATS, 0);
        return high.fma(second, low.mul(first)).fma(FloatVector.broadcast(FLOATS, half(data, block)), sum);
    }

    private static void fourRowsQ8(StoredMatrix weights, float[] x, float[] y, int row) {
        MemorySegment data = weights.data();
        long at0 = weights.rowOffset(row);
        long at1 = weights.rowOffset(row + 1);
        long at2 = weights.rowOffset(row + 2);
        long at3 = weights.rowOffset(row + 3);
        FloatVector sum0 = FloatVector.zero(FLOATS);
        FloatVector sum1 = sum0;
        FloatVector sum2 = sum0;
        FloatVector sum3 = sum0;
        int blocks = weights.columns() / 32;
        for (int block = 0; block < blocks; block++) {
            long o = block * 34L;
            for (int part = 0; part < 32; part += LANES) {
                FloatVector inputs = FloatVector.fromArray(FLOATS, x, block * 32 + part);
                sum0 = addQ8(data, at0 + o, part, inputs, sum0);
                sum1 = addQ8(data, at1 + o, part, inputs, sum1);
                sum2 = addQ8(data, at2 + o, part, inputs, sum2);
                sum3 = addQ8(data, at3 + o, part, inputs, sum3);
            }
        }
        y[row] = sum0.reduceLanes(VectorOperators.ADD);
        y[row + 1] = sum1.reduceLanes(VectorOperators.ADD);
        y[row + 2] = sum2.reduceLanes(VectorOperators.ADD);
        y[row + 3] = sum3.reduceLanes(VectorOperators.ADD);
    }

    private static FloatVector addQ8(MemorySegment data, long block, int part, FloatVector inputs, FloatVector sum) {
        FloatVector quants = (FloatVector) ByteVector.fromMemorySegment(BYTES, data, block + 2 + part, LITTLE)
                .castShape(FLOATS, 0);
        return quants.mul(FloatVector.broadcast(FLOATS, half(data, block))).fma(inputs, sum);
    }

    // Several vectors: unpack four rows, then tiles.

    private static void panels(StoredMatrix weights, float[] x, int tokens, float[] y, int fromRow, int toRow) {
        int columns = weights.columns();
        float[] panel = new float[ROWS * columns];
        for (int row = fromRow; row < toRow; row += ROWS) {
            int count = Math.min(ROWS, toRow - row);
            for (int r = 0; r < count; r++) {
                unpack(weights, row + r, panel, r * columns);
            }
            int token = 0;
            for (; token + 3 <= tokens; token += 3) {
                tile(panel, columns, x, token, y, token * weights.rows() + row, weights.rows(), count);
            }
            for (; token < tokens; token++) {
                column(panel, columns, x, token, y, token * weights.rows() + row, count);
            }
        }
    }

    private static void unpack(StoredMatrix weights, int row, float[] panel, int at) {
        if (!UNPACKS_IN_REGISTERS) {
            weights.unpack(row, panel, at);
            return;
        }
        MemorySegment data = weights.data();
        long from = weights.rowOffset(row);
        int blocks = weights.columns() / 32;
        switch (weights.type()) {
            case Q4_1 -> {
                for (int block = 0; block < blocks; block++, from += 20) {
                    FloatVector scale = FloatVector.broadcast(FLOATS, half(data, from));
                    FloatVector offset = FloatVector.broadcast(FLOATS, half(data, from + 2));
                    for (int half = 0; half < 16; half += LANES) {
                        ByteVector quants = ByteVector.fromMemorySegment(BYTES, data, from + 4 + half, LITTLE);
                        ((FloatVector) quants.and((byte) 15).castShape(FLOATS, 0))
                                .fma(scale, offset)
                                .intoArray(panel, at + block * 32 + half);
                        ((FloatVector) quants.lanewise(VectorOperators.LSHR, 4).castShape(FLOATS, 0))
                                .fma(scale, offset)
                                .intoArray(panel, at + block * 32 + 16 + half);
                    }
                }
            }
            case Q8_0 -> {
                for (int block = 0; block < blocks; block++, from += 34) {
                    FloatVector scale = FloatVector.broadcast(FLOATS, half(data, from));
                    for (int part = 0; part < 32; part += LANES) {
                        ((FloatVector) ByteVector.fromMemorySegment(BYTES, data, from + 2 + part, LITTLE)
                                        .castShape(FLOATS, 0))
                                .mul(scale)
                                .intoArray(panel, at + block * 32 + part);
                    }
                }
            }
            case F32, F16, BF16, Q4_0, Q5_0, Q5_1, Q2_K, Q3_K, Q4_K, Q5_K, Q6_K -> weights.unpack(row, panel, at);
        }
    }

    /** Four rows × three vectors; twelve sums stay in registers. Rows beyond {@code count} are computed and dropped. */
    private static void tile(
            float[] panel, int columns, float[] x, int token, float[] y, int at, int stride, int count) {
        int x0 = token * columns;
        int x1 = x0 + columns;
        int x2 = x1 + columns;
        FloatVector a0 = FloatVector.zero(FLOATS), a1 = a0, a2 = a0;
        FloatVector b0 = a0, b1 = a0, b2 = a0;
        FloatVector c0 = a0, c1 = a0, c2 = a0;
        FloatVector d0 = a0, d1 = a0, d2 = a0;
        int k = 0;
        for (; k + LANES <= columns; k += LANES) {
            FloatVector u0 = FloatVector.fromArray(FLOATS, x, x0 + k);
            FloatVector u1 = FloatVector.fromArray(FLOATS, x, x1 + k);
            FloatVector u2 = FloatVector.fromArray(FLOATS, x, x2 + k);
            FloatVector a = FloatVector.fromArray(FLOATS, panel, k);
            a0 = a.fma(u0, a0);
            a1 = a.fma(u1, a1);
            a2 = a.fma(u2, a2);
            FloatVector b = FloatVector.fromArray(FLOATS, panel, columns + k);
            b0 = b.fma(u0, b0);
            b1 = b.fma(u1, b1);
            b2 = b.fma(u2, b2);
            FloatVector c = FloatVector.fromArray(FLOATS, panel, 2 * columns + k);
            c0 = c.fma(u0, c0);
            c1 = c.fma(u1, c1);
            c2 = c.fma(u2, c2);
            FloatVector d = FloatVector.fromArray(FLOATS, panel, 3 * columns + k);
            d0 = d.fma(u0, d0);
            d1 = d.fma(u1, d1);
            d2 = d.fma(u2, d2);
        }
        float[] sums = {
            sum(a0), sum(b0), sum(c0), sum(d0), sum(a1), sum(b1), sum(c1), sum(d1), sum(a2), sum(b2), sum(c2), sum(d2)
        };
        for (int t = 0; t < 3; t++) {
            for (int r = 0; r < count; r++) {
                float total = sums[t * ROWS + r];
                for (int rest = k; rest < columns; rest++) {
                    total += panel[r * columns + rest] * x[(token + t) * columns + rest];
                }
                y[at + t * stride + r] = total;
            }
        }
    }

    private static float sum(FloatVector vector) {
        return vector.reduceLanes(VectorOperators.ADD);
    }

    private static void column(float[] panel, int columns, float[] x, int token, float[] y, int at, int count) {
        for (int r = 0; r < count; r++) {
            FloatVector sum = FloatVector.zero(FLOATS);
            int k = 0;
            for (; k + LANES <= columns; k += LANES) {
                sum = FloatVector.fromArray(FLOATS, panel, r * columns + k)
                        .fma(FloatVector.fromArray(FLOATS, x, token * columns + k), sum);
            }
            float total = sum.reduceLanes(VectorOperators.ADD);
            for (; k < columns; k++) {
                total += panel[r * columns + k] * x[token * columns + k];
            }
            y[at + r] = total;
        }
    }

    private static float half(MemorySegment data, long offset) {
        return Float.float16ToFloat(data.get(SHORT, offset));
    }
}
