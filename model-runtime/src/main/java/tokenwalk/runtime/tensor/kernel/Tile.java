package tokenwalk.runtime.tensor.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loop of matrix × matrix: some tokens times one panel of weights, with all sums in registers. For each
 * column two vectors of weights are loaded once and meet a number of every token.
 *
 * <p>The loops are written out: C2 stops inlining helper methods within one that has so many vector operations.
 */
final class Tile {
    /** As many columns at once: so much of a panel, and of twelve tokens, stays in the nearest caches. */
    static final int DEPTH = 768;

    /** From a token's numbers to the next one's; constant, so that one pointer serves all tokens; not a power of two, so that they fall on different cache sets. */
    static final int STRIDE = DEPTH + 16;

    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    private static final int WIDTH = Panels.WIDTH;

    /** As many tokens as there are registers for: two sums each, beside the weights and the number all lanes share. */
    static final int TOKENS = Machine.VECTOR_REGISTERS >= 32 ? 12 : 4;

    private Tile() {}

    /**
     * {@code tile[t · WIDTH + r] = Σ_k x[xAt + t · STRIDE + k] · panel[panelAt + k · WIDTH + r]} for k below depth.
     *
     * @param tokens 1 … TOKENS; rows of the tile beyond them may be overwritten, and x is read up to the next multiple of four
     *     tokens
     */
    static void multiply(float[] panel, int panelAt, float[] x, int xAt, int tokens, int depth, float[] tile) {
        if (tokens > 8) {
            twelve(panel, panelAt, x, xAt, depth, tile);
        } else if (tokens > 4) {
            eight(panel, panelAt, x, xAt, depth, tile);
        } else {
            four(panel, panelAt, x, xAt, depth, tile);
        }
    }

    /** Twenty-four sums, two vectors of weights: 32 registers. */
    private static void twelve(float[] panel, int panelAt, float[] x, int xAt, int depth, float[] tile) {
        FloatVector zero = FloatVector.zero(FLOATS);
        FloatVector a0 = zero, b0 = zero;
        FloatVector a1 = zero, b1 = zero;
        FloatVector a2 = zero, b2 = zero;
        FloatVector a3 = zero, b3 = zero;
        FloatVector a4 = zero, b4 = zero;
        FloatVector a5 = zero, b5 = zero;
        FloatVector a6 = zero, b6 = zero;
        FloatVector a7 = zero, b7 = zero;
        FloatVector a8 = zero, b8 = zero;
        FloatVector a9 = zero, b9 = zero;
        FloatVector a10 = zero, b10 = zero;
        FloatVector a11 = zero, b11 = zero;
        for (int k = 0; k < depth; k++) {
            FloatVector p = FloatVector.fromArray(FLOATS, panel, panelAt + k * WIDTH);
            FloatVector q = FloatVector.fromArray(FLOATS, panel, panelAt + k * WIDTH + LANES);
            FloatVector v = FloatVector.broadcast(FLOATS, x[xAt + k]);
            a0 = p.fma(v, a0);
            b0 = q.fma(v, b0);
            v = FloatVector.broadcast(FLOATS, x[xAt + k + 1 * STRIDE]);
            a1 = p.fma(v, a1);
            b1 = q.fma(v, b1);
            v = FloatVector.broadcast(FLOATS, x[xAt + k + 2 * STRIDE]);
            a2 = p.fma(v, a2);
            b2 = q.fma(v, b2);
            v = FloatVector.broadcast(FLOATS, x[xAt + k + 3 * STRIDE]);
            a3 = p.fma(v, a3);
            b3 = q.fma(v, b3);
            v = FloatVector.broadcast(FLOATS, x[xAt + k + 4 * STRIDE]);
            a4 = p.fma(v, a4);
            b4 = q.fma(v, b4);
            v = FloatVector.broadcast(FLOATS, x[xAt + k + 5 * STRIDE]);
            a5 = p.fma(v, a5);
            b5 = q.fma(v, b5);
            v = FloatVector.broadcast(FLOATS, x[xAt + k + 6 * STRIDE]);
            a6 = p.fma(v, a6);
            b6 = q.fma(v, b6);
            v = FloatVector.broadcast(FLOATS, x[xAt + k + 7 * STRIDE]);
            a7 = p.fma(v, a7);
            b7 = q.fma(v, b7);
            v = FloatVector.broadcast(FLOATS, x[xAt + k + 8 * STRIDE]);
            a8 = p.fma(v, a8);
            b8 = q.fma(v, b8);
            v = FloatVector.broadcast(FLOATS, x[xAt + k + 9 * STRIDE]);
            a9 = p.fma(v, a9);
            b9 = q.fma(v, b9);
            v = FloatVector.broadcast(FLOATS, x[xAt + k + 10 * STRIDE]);
            a10 = p.fma(v, a10);
            b10 = q.fma(v, b10);
            v = FloatVector.broadcast(FLOATS, x[xAt + k + 11 * STRIDE]);
            a11 = p.fma(v, a11);
            b11 = q.fma(v, b11);
        }
        a0.intoArray(tile, 0);
        b0.intoArray(tile, LANES);
        a1.intoArray(tile, 1 * WIDTH);
        b1.intoArray(tile, 1 * WIDTH + LANES);
        a2.intoArray(tile, 2 * WIDTH);
        b2.intoArray(tile, 2 * WIDTH + LANES);
        a3.intoArray(tile, 3 * WIDTH);
        b3.intoArray(tile, 3 * WIDTH + LANES);
        a4.intoArray(tile, 4 * WIDTH);
        b4.intoArray(tile, 4 * WIDTH + LANES);
        a5.intoArray(tile, 5 * WIDTH);
        b5.intoArray(tile, 5 * WIDTH + LANES);
        a6.intoArray(tile, 6 * WIDTH);
        b6.intoArray(tile, 6 * WIDTH + LANES);
        a7.intoArray(tile, 7 * WIDTH);
        b7.intoArray(tile, 7 * WIDTH + LANES);
        a8.intoArray(tile, 8 * WIDTH);
        b8.intoArray(tile, 8 * WIDTH + LANES);
        a9.intoArray(tile, 9 * WIDTH);
        b9.intoArray(tile, 9 * WIDTH + LANES);
        a10.intoArray(tile, 10 * WIDTH);
        b10.intoArray(tile, 10 * WIDTH + LANES);
        a11.intoArray(tile, 11 * WIDTH);
        b11.intoArray(tile, 11 * WIDTH + LANES);
    }

    /** Sixteen sums. */
    private static void eight(float[] panel, int panelAt, float[] x, int xAt, int depth, float[] tile) {
        FloatVector zero = FloatVector.zero(FLOATS);
        FloatVector a0 = zero, b0 = zero;
        FloatVector a1 = zero, b1 = zero;
        FloatVector a2 = zero, b2 = zero;
        FloatVector a3 = zero, b3 = zero;
        FloatVector a4 = zero, b4 = zero;
        FloatVector a5 = zero, b5 = zero;
        FloatVector a6 = zero, b6 = zero;
        FloatVector a7 = zero, b7 = zero;
        for (int k = 0; k < depth; k++) {
            FloatVector p = FloatVector.fromArray(FLOATS, panel, panelAt + k * WIDTH);
            FloatVector q = FloatVector.fromArray(FLOATS, panel, panelAt + k * WIDTH + LANES);
            FloatVector v = FloatVector.broadcast(FLOATS, x[xAt + k]);
            a0 = p.fma(v, a0);
            b0 = q.fma(v, b0);
            v = FloatVector.broadcast(FLOATS, x[xAt + k + 1 * STRIDE]);
            a1 = p.fma(v, a1);
            b1 = q.fma(v, b1);
            v = FloatVector.broadcast(FLOATS, x[xAt + k + 2 * STRIDE]);
            a2 = p.fma(v, a2);
            b2 = q.fma(v, b2);
            v = FloatVector.broadcast(FLOATS, x[xAt + k + 3 * STRIDE]);
            a3 = p.fma(v, a3);
            b3 = q.fma(v, b3);
            v = FloatVector.broadcast(FLOATS, x[xAt + k + 4 * STRIDE]);
            a4 = p.fma(v, a4);
            b4 = q.fma(v, b4);
            v = FloatVector.broadcast(FLOATS, x[xAt + k + 5 * STRIDE]);
            a5 = p.fma(v, a5);
            b5 = q.fma(v, b5);
            v = FloatVector.broadcast(FLOATS, x[xAt + k + 6 * STRIDE]);
            a6 = p.fma(v, a6);
            b6 = q.fma(v, b6);
            v = FloatVector.broadcast(FLOATS, x[xAt + k + 7 * STRIDE]);
            a7 = p.fma(v, a7);
            b7 = q.fma(v, b7);
        }
        a0.intoArray(tile, 0);
        b0.intoArray(tile, LANES);
        a1.intoArray(tile, 1 * WIDTH);
        b1.intoArray(tile, 1 * WIDTH + LANES);
        a2.intoArray(tile, 2 * WIDTH);
        b2.intoArray(tile, 2 * WIDTH + LANES);
        a3.intoArray(tile, 3 * WIDTH);
        b3.intoArray(tile, 3 * WIDTH + LANES);
        a4.intoArray(tile, 4 * WIDTH);
        b4.intoArray(tile, 4 * WIDTH + LANES);
        a5.intoArray(tile, 5 * WIDTH);
        b5.intoArray(tile, 5 * WIDTH + LANES);
        a6.intoArray(tile, 6 * WIDTH);
        b6.intoArray(tile, 6 * WIDTH + LANES);
        a7.intoArray(tile, 7 * WIDTH);
        b7.intoArray(tile, 7 * WIDTH + LANES);
    }

    /** Eight sums: 16 registers. */
    private static void four(float[] panel, int panelAt, float[] x, int xAt, int depth, float[] tile) {
        FloatVector zero = FloatVector.zero(FLOATS);
        FloatVector a0 = zero, b0 = zero;
        FloatVector a1 = zero, b1 = zero;
        FloatVector a2 = zero, b2 = zero;
        FloatVector a3 = zero, b3 = zero;
        for (int k = 0; k < depth; k++) {
            FloatVector p = FloatVector.fromArray(FLOATS, panel, panelAt + k * WIDTH);
            FloatVector q = FloatVector.fromArray(FLOATS, panel, panelAt + k * WIDTH + LANES);
            FloatVector v = FloatVector.broadcast(FLOATS, x[xAt + k]);
            a0 = p.fma(v, a0);
            b0 = q.fma(v, b0);
            v = FloatVector.broadcast(FLOATS, x[xAt + k + 1 * STRIDE]);
            a1 = p.fma(v, a1);
            b1 = q.fma(v, b1);
            v = FloatVector.broadcast(FLOATS, x[xAt + k + 2 * STRIDE]);
            a2 = p.fma(v, a2);
            b2 = q.fma(v, b2);
            v = FloatVector.broadcast(FLOATS, x[xAt + k + 3 * STRIDE]);
            a3 = p.fma(v, a3);
            b3 = q.fma(v, b3);
        }
        a0.intoArray(tile, 0);
        b0.intoArray(tile, LANES);
        a1.intoArray(tile, 1 * WIDTH);
        b1.intoArray(tile, 1 * WIDTH + LANES);
        a2.intoArray(tile, 2 * WIDTH);
        b2.intoArray(tile, 2 * WIDTH + LANES);
        a3.intoArray(tile, 3 * WIDTH);
        b3.intoArray(tile, 3 * WIDTH + LANES);
    }
}
