package tokenwalk.runtime.tensor.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Attention on the Vector API, in the width of {@link Lanes}. Scores and mixed values are small matrix products whose
 * sums stay in registers: some rows by a panel two vectors wide. A head's queries that share keys are rows of one product, so
 * the keys are read once for all of them.
 */
final class VectorAttention implements AttentionKernel {
    private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;
    private static final int LANES = Lanes.COUNT;
    private static final int PANEL = 2 * LANES;
    /** Rows of a tile; the fewer, the faster it goes through memory, the more, the more it makes of each fetch. */
    private static final int TALL = 12;

    private static final int MIDDLE = 6;
    private static final int LOW = 3;
    /** Rows of scores lie so far apart that they do not fall upon the same cache sets. */
    private static final int STRIDE = KeyValueLayout.POSITIONS + 16;
    /** After the scores, the sum that {@link #fetch} makes: what nobody keeps, the compiler leaves out. */
    private static final int FETCHED = TALL * STRIDE;

    /** Numbers in a cache line of 64 bytes. */
    private static final int LINE = 16;

    @Override
    public int panelWidth() {
        return PANEL;
    }

    @Override
    public int scratch() {
        return FETCHED + 1;
    }

    @Override
    public void read(
            float[] queries,
            int queriesAt,
            int rows,
            Seen seen,
            float[] page,
            int pageAt,
            KeyValueLayout layout,
            Mixture mixture) {
        int width = layout.headWidth();
        float[] scores = mixture.scores();
        int row = 0;
        while (row < rows) {
            int height = height(rows - row);
            int count = Math.min(height, rows - row);
            int positions = seen.by(row + count - 1);
            if (positions > 0) {
                if (height == LOW) {
                    scores[FETCHED] = fetch(page, pageAt, positions, layout);
                }
                Arrays.fill(scores, 0, height * STRIDE, 0);
                for (int from = 0; from < positions; from += PANEL) {
                    multiply(
                            height,
                            page,
                            pageAt + from * width,
                            width,
                            queries,
                            queriesAt + row * width,
                            width,
                            scores,
                            from,
                            STRIDE);
                }
                for (int i = 0; i < count; i++) {
                    soften(scores, i * STRIDE, seen.by(row + i), positions, row + i, mixture);
                }
                for (int panel = 0; panel < layout.valuePanels(); panel++) {
                    multiply(
                            height,
                            page,
                            pageAt + layout.valuesAt() + panel * KeyValueLayout.POSITIONS * PANEL,
                            positions,
                            scores,
                            0,
                            STRIDE,
                            mixture.mixed(),
                            row * mixture.stride() + panel * PANEL,
                            mixture.stride());
                }
            }
            row += height;
        }
    }

    /**
     * Reads one number of each cache line of a page's keys and values, so that many lines are on their way from memory at once:
     * few rows make so little of each that the product alone would wait for one after the other.
     */
    private static float fetch(float[] page, int pageAt, int positions, KeyValueLayout layout) {
        int panels = (positions + PANEL - 1) / PANEL;
        float sum = fetch(page, pageAt, panels * PANEL * layout.headWidth());
        for (int panel = 0; panel < layout.valuePanels(); panel++) {
            int from = pageAt + layout.valuesAt() + panel * KeyValueLayout.POSITIONS * PANEL;
            sum += fetch(page, from, positions * PANEL);
        }
        return sum;
    }

    private static float fetch(float[] page, int from, int length) {
        float even = 0;
        float odd = 0;
        int i = from;
        for (; i + LINE < from + length; i += 2 * LINE) {
            even += page[i];
            odd += page[i + LINE];
        }
        return i < from + length ? even + odd + page[i] : even + odd;
    }

    private static int height(int rows) {
        if (rows <= LOW) {
            return LOW;
        }
        return rows <= MIDDLE || !Lanes.MANY_REGISTERS ? MIDDLE : TALL;
    }

    /**
     * Turns a row of scores into weights {@code exp(score − largest)}, 0 for positions that the row does not see, and
     * brings what it has read before to the same measure.
     */
    private static void soften(float[] scores, int from, int seen, int positions, int row, Mixture mixture) {
        int end = from + FLOATS.loopBound(seen + LANES - 1);
        Arrays.fill(scores, from + seen, end, Float.NEGATIVE_INFINITY);
        FloatVector largest = FloatVector.broadcast(FLOATS, Float.NEGATIVE_INFINITY);
        for (int i = from; i < end; i += LANES) {
            largest = largest.max(FloatVector.fromArray(FLOATS, scores, i));
        }
        float factor = mixture.raise(row, largest.reduceLanes(VectorOperators.MAX));
        if (factor != 1) {
            scale(mixture.mixed(), row * mixture.stride(), mixture.stride(), factor);
        }
        float shift = mixture.largest(row);
        FloatVector sum = FloatVector.zero(FLOATS);
        for (int i = from; i < end; i += LANES) {
            FloatVector weight =
                    Exponential.of(FloatVector.fromArray(FLOATS, scores, i).sub(shift));
            weight.intoArray(scores, i);
            sum = sum.add(weight);
        }
        mixture.count(row, factor, sum.reduceLanes(VectorOperators.ADD));
        Arrays.fill(scores, from + seen, Math.max(end, from + positions), 0);
    }

    private static void scale(float[] values, int from, int length, float factor) {
        for (int i = from; i < from + length; i += LANES) {
            FloatVector.fromArray(FLOATS, values, i).mul(factor).intoArray(values, i);
        }
    }

    /** {@code y[row, j] += Σ_k x[row, k] · panel[k, j]} for the rows of a tile and the two vectors of a panel. */
    private static void multiply(
            int height,
            float[] panel,
            int from,
            int length,
            float[] x,
            int at,
            int xStride,
            float[] y,
            int to,
            int yStride) {
        switch (height) {
            case TALL -> tall(panel, from, length, x, at, xStride, y, to, yStride);
            case MIDDLE -> middle(panel, from, length, x, at, xStride, y, to, yStride);
            default -> low(panel, from, length, x, at, xStride, y, to, yStride);
        }
    }

    private static void tall(
            float[] panel, int from, int length, float[] x, int at, int xStride, float[] y, int to, int yStride) {
        int x1 = at + xStride;
        int x2 = at + 2 * xStride;
        int x3 = at + 3 * xStride;
        int x4 = at + 4 * xStride;
        int x5 = at + 5 * xStride;
        int x6 = at + 6 * xStride;
        int x7 = at + 7 * xStride;
        int x8 = at + 8 * xStride;
        int x9 = at + 9 * xStride;
        int x10 = at + 10 * xStride;
        int x11 = at + 11 * xStride;
        FloatVector a0 = FloatVector.fromArray(FLOATS, y, to);
        FloatVector b0 = FloatVector.fromArray(FLOATS, y, to + LANES);
        FloatVector a1 = FloatVector.fromArray(FLOATS, y, to + yStride);
        FloatVector b1 = FloatVector.fromArray(FLOATS, y, to + yStride + LANES);
        FloatVector a2 = FloatVector.fromArray(FLOATS, y, to + 2 * yStride);
        FloatVector b2 = FloatVector.fromArray(FLOATS, y, to + 2 * yStride + LANES);
        FloatVector a3 = FloatVector.fromArray(FLOATS, y, to + 3 * yStride);
        FloatVector b3 = FloatVector.fromArray(FLOATS, y, to + 3 * yStride + LANES);
        FloatVector a4 = FloatVector.fromArray(FLOATS, y, to + 4 * yStride);
        FloatVector b4 = FloatVector.fromArray(FLOATS, y, to + 4 * yStride + LANES);
        FloatVector a5 = FloatVector.fromArray(FLOATS, y, to + 5 * yStride);
        FloatVector b5 = FloatVector.fromArray(FLOATS, y, to + 5 * yStride + LANES);
        FloatVector a6 = FloatVector.fromArray(FLOATS, y, to + 6 * yStride);
        FloatVector b6 = FloatVector.fromArray(FLOATS, y, to + 6 * yStride + LANES);
        FloatVector a7 = FloatVector.fromArray(FLOATS, y, to + 7 * yStride);
        FloatVector b7 = FloatVector.fromArray(FLOATS, y, to + 7 * yStride + LANES);
        FloatVector a8 = FloatVector.fromArray(FLOATS, y, to + 8 * yStride);
        FloatVector b8 = FloatVector.fromArray(FLOATS, y, to + 8 * yStride + LANES);
        FloatVector a9 = FloatVector.fromArray(FLOATS, y, to + 9 * yStride);
        FloatVector b9 = FloatVector.fromArray(FLOATS, y, to + 9 * yStride + LANES);
        FloatVector a10 = FloatVector.fromArray(FLOATS, y, to + 10 * yStride);
        FloatVector b10 = FloatVector.fromArray(FLOATS, y, to + 10 * yStride + LANES);
        FloatVector a11 = FloatVector.fromArray(FLOATS, y, to + 11 * yStride);
        FloatVector b11 = FloatVector.fromArray(FLOATS, y, to + 11 * yStride + LANES);
        for (int k = 0; k < length; k++) {
            FloatVector a = FloatVector.fromArray(FLOATS, panel, from + k * PANEL);
            FloatVector b = FloatVector.fromArray(FLOATS, panel, from + k * PANEL + LANES);
            FloatVector f0 = FloatVector.broadcast(FLOATS, x[at + k]);
            a0 = a.fma(f0, a0);
            b0 = b.fma(f0, b0);
            FloatVector f1 = FloatVector.broadcast(FLOATS, x[x1 + k]);
            a1 = a.fma(f1, a1);
            b1 = b.fma(f1, b1);
            FloatVector f2 = FloatVector.broadcast(FLOATS, x[x2 + k]);
            a2 = a.fma(f2, a2);
            b2 = b.fma(f2, b2);
            FloatVector f3 = FloatVector.broadcast(FLOATS, x[x3 + k]);
            a3 = a.fma(f3, a3);
            b3 = b.fma(f3, b3);
            FloatVector f4 = FloatVector.broadcast(FLOATS, x[x4 + k]);
            a4 = a.fma(f4, a4);
            b4 = b.fma(f4, b4);
            FloatVector f5 = FloatVector.broadcast(FLOATS, x[x5 + k]);
            a5 = a.fma(f5, a5);
            b5 = b.fma(f5, b5);
            FloatVector f6 = FloatVector.broadcast(FLOATS, x[x6 + k]);
            a6 = a.fma(f6, a6);
            b6 = b.fma(f6, b6);
            FloatVector f7 = FloatVector.broadcast(FLOATS, x[x7 + k]);
            a7 = a.fma(f7, a7);
            b7 = b.fma(f7, b7);
            FloatVector f8 = FloatVector.broadcast(FLOATS, x[x8 + k]);
            a8 = a.fma(f8, a8);
            b8 = b.fma(f8, b8);
            FloatVector f9 = FloatVector.broadcast(FLOATS, x[x9 + k]);
            a9 = a.fma(f9, a9);
            b9 = b.fma(f9, b9);
            FloatVector f10 = FloatVector.broadcast(FLOATS, x[x10 + k]);
            a10 = a.fma(f10, a10);
            b10 = b.fma(f10, b10);
            FloatVector f11 = FloatVector.broadcast(FLOATS, x[x11 + k]);
            a11 = a.fma(f11, a11);
            b11 = b.fma(f11, b11);
        }
        a0.intoArray(y, to);
        b0.intoArray(y, to + LANES);
        a1.intoArray(y, to + yStride);
        b1.intoArray(y, to + yStride + LANES);
        a2.intoArray(y, to + 2 * yStride);
        b2.intoArray(y, to + 2 * yStride + LANES);
        a3.intoArray(y, to + 3 * yStride);
        b3.intoArray(y, to + 3 * yStride + LANES);
        a4.intoArray(y, to + 4 * yStride);
        b4.intoArray(y, to + 4 * yStride + LANES);
        a5.intoArray(y, to + 5 * yStride);
        b5.intoArray(y, to + 5 * yStride + LANES);
        a6.intoArray(y, to + 6 * yStride);
        b6.intoArray(y, to + 6 * yStride + LANES);
        a7.intoArray(y, to + 7 * yStride);
        b7.intoArray(y, to + 7 * yStride + LANES);
        a8.intoArray(y, to + 8 * yStride);
        b8.intoArray(y, to + 8 * yStride + LANES);
        a9.intoArray(y, to + 9 * yStride);
        b9.intoArray(y, to + 9 * yStride + LANES);
        a10.intoArray(y, to + 10 * yStride);
        b10.intoArray(y, to + 10 * yStride + LANES);
        a11.intoArray(y, to + 11 * yStride);
        b11.intoArray(y, to + 11 * yStride + LANES);
    }

    private static void middle(
            float[] panel, int from, int length, float[] x, int at, int xStride, float[] y, int to, int yStride) {
        int x1 = at + xStride;
        int x2 = at + 2 * xStride;
        int x3 = at + 3 * xStride;
        int x4 = at + 4 * xStride;
        int x5 = at + 5 * xStride;
        FloatVector a0 = FloatVector.fromArray(FLOATS, y, to);
        FloatVector b0 = FloatVector.fromArray(FLOATS, y, to + LANES);
        FloatVector a1 = FloatVector.fromArray(FLOATS, y, to + yStride);
        FloatVector b1 = FloatVector.fromArray(FLOATS, y, to + yStride + LANES);
        FloatVector a2 = FloatVector.fromArray(FLOATS, y, to + 2 * yStride);
        FloatVector b2 = FloatVector.fromArray(FLOATS, y, to + 2 * yStride + LANES);
        FloatVector a3 = FloatVector.fromArray(FLOATS, y, to + 3 * yStride);
        FloatVector b3 = FloatVector.fromArray(FLOATS, y, to + 3 * yStride + LANES);
        FloatVector a4 = FloatVector.fromArray(FLOATS, y, to + 4 * yStride);
        FloatVector b4 = FloatVector.fromArray(FLOATS, y, to + 4 * yStride + LANES);
        FloatVector a5 = FloatVector.fromArray(FLOATS, y, to + 5 * yStride);
        FloatVector b5 = FloatVector.fromArray(FLOATS, y, to + 5 * yStride + LANES);
        for (int k = 0; k < length; k++) {
            FloatVector a = FloatVector.fromArray(FLOATS, panel, from + k * PANEL);
            FloatVector b = FloatVector.fromArray(FLOATS, panel, from + k * PANEL + LANES);
            FloatVector f0 = FloatVector.broadcast(FLOATS, x[at + k]);
            a0 = a.fma(f0, a0);
            b0 = b.fma(f0, b0);
            FloatVector f1 = FloatVector.broadcast(FLOATS, x[x1 + k]);
            a1 = a.fma(f1, a1);
            b1 = b.fma(f1, b1);
            FloatVector f2 = FloatVector.broadcast(FLOATS, x[x2 + k]);
            a2 = a.fma(f2, a2);
            b2 = b.fma(f2, b2);
            FloatVector f3 = FloatVector.broadcast(FLOATS, x[x3 + k]);
            a3 = a.fma(f3, a3);
            b3 = b.fma(f3, b3);
            FloatVector f4 = FloatVector.broadcast(FLOATS, x[x4 + k]);
            a4 = a.fma(f4, a4);
            b4 = b.fma(f4, b4);
            FloatVector f5 = FloatVector.broadcast(FLOATS, x[x5 + k]);
            a5 = a.fma(f5, a5);
            b5 = b.fma(f5, b5);
        }
        a0.intoArray(y, to);
        b0.intoArray(y, to + LANES);
        a1.intoArray(y, to + yStride);
        b1.intoArray(y, to + yStride + LANES);
        a2.intoArray(y, to + 2 * yStride);
        b2.intoArray(y, to + 2 * yStride + LANES);
        a3.intoArray(y, to + 3 * yStride);
        b3.intoArray(y, to + 3 * yStride + LANES);
        a4.intoArray(y, to + 4 * yStride);
        b4.intoArray(y, to + 4 * yStride + LANES);
        a5.intoArray(y, to + 5 * yStride);
        b5.intoArray(y, to + 5 * yStride + LANES);
    }

    private static void low(
            float[] panel, int from, int length, float[] x, int at, int xStride, float[] y, int to, int yStride) {
        int x1 = at + xStride;
        int x2 = at + 2 * xStride;
        FloatVector a0 = FloatVector.fromArray(FLOATS, y, to);
        FloatVector b0 = FloatVector.fromArray(FLOATS, y, to + LANES);
        FloatVector a1 = FloatVector.fromArray(FLOATS, y, to + yStride);
        FloatVector b1 = FloatVector.fromArray(FLOATS, y, to + yStride + LANES);
        FloatVector a2 = FloatVector.fromArray(FLOATS, y, to + 2 * yStride);
        FloatVector b2 = FloatVector.fromArray(FLOATS, y, to + 2 * yStride + LANES);
        for (int k = 0; k < length; k++) {
            FloatVector a = FloatVector.fromArray(FLOATS, panel, from + k * PANEL);
            FloatVector b = FloatVector.fromArray(FLOATS, panel, from + k * PANEL + LANES);
            FloatVector f0 = FloatVector.broadcast(FLOATS, x[at + k]);
            a0 = a.fma(f0, a0);
            b0 = b.fma(f0, b0);
            FloatVector f1 = FloatVector.broadcast(FLOATS, x[x1 + k]);
            a1 = a.fma(f1, a1);
            b1 = b.fma(f1, b1);
            FloatVector f2 = FloatVector.broadcast(FLOATS, x[x2 + k]);
            a2 = a.fma(f2, a2);
            b2 = b.fma(f2, b2);
        }
        a0.intoArray(y, to);
        b0.intoArray(y, to + LANES);
        a1.intoArray(y, to + yStride);
        b1.intoArray(y, to + yStride + LANES);
        a2.intoArray(y, to + 2 * yStride);
        b2.intoArray(y, to + 2 * yStride + LANES);
    }
}
