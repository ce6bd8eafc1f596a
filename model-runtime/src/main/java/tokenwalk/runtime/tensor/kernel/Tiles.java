package tokenwalk.runtime.tensor.kernel;

import static tokenwalk.runtime.tensor.kernel.Lanes.COUNT;
import static tokenwalk.runtime.tensor.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/**
 * Products of a panel, [count × two vectors of rows] in float32, with a few tokens. The sums stay in registers, and
 * each is added up in the order of the columns, whatever the tile: twice the same product is twice the same number.
 *
 * <p>All is written out: inside a method with many vector operations C2 no longer inlines helpers, and a call would
 * put each vector on the heap.
 */
final class Tiles {
    /** A panel's rows: two vectors of them. */
    static final int PANEL = 2 * COUNT;

    /** Tokens of a large tile: 24 sums, two weights and what is broadcast fill 32 registers. */
    private static final int LARGE = 12;
    /** With sixteen registers: eight sums; C2 broadcasts four numbers ahead. */
    private static final int SMALL = 4;

    /** Numbers that a tile's sums take, [tokens × PANEL]. */
    static final int SUMS = LARGE * PANEL;

    private Tiles() {}

    /** @return how many tokens the next tile takes where so many are left */
    static int width(int left) {
        return Lanes.MANY_REGISTERS && left > 2 * SMALL ? LARGE : SMALL;
    }

    /** @return numbers of all tiles: the last is filled up with zeros */
    private static int paddedTokens(int tokens) {
        int token = 0;
        while (token < tokens) {
            token += width(tokens - token);
        }
        return token;
    }

    /**
     * The order in which tiles are read: one tile after the other, in each column by column, in each its tokens. The tile that
     * begins with token t begins at number {@code t · columns}.
     *
     * @param x [tokens × columns]
     */
    static float[] of(float[] x, int tokens, int columns, Workers workers) {
        float[] tiles = new float[paddedTokens(tokens) * columns];
        int step = width(tokens);
        workers.share(tokens, step, (from, to) -> {
            for (int token = from; token < to; ) {
                int width = width(tokens - token);
                int count = Math.min(width, to - token);
                for (int t = 0; t < count; t++) {
                    int source = (token + t) * columns;
                    int target = token * columns + t;
                    for (int k = 0; k < columns; k++) {
                        tiles[target + k * width] = x[source + k];
                    }
                }
                token += width;
            }
        });
        return tiles;
    }

    /**
     * @param width of the tile, as {@link #width} gave it
     * @param sums gets [width × PANEL]
     */
    static void multiply(float[] panel, int from, float[] x, int xFrom, int count, int width, float[] sums) {
        if (width == LARGE) {
            twelve(panel, from, x, xFrom, count, sums);
        } else {
            four(panel, from, x, xFrom, count, sums);
        }
    }

    private static void four(float[] panel, int from, float[] x, int xFrom, int count, float[] sums) {
        FloatVector a0 = FloatVector.zero(FLOATS), a1 = a0, a2 = a0, a3 = a0;
        FloatVector b0 = a0, b1 = a0, b2 = a0, b3 = a0;
        for (int k = 0; k < count; k++) {
            int w = from + k * PANEL;
            int at = xFrom + k * 4;
            FloatVector a = FloatVector.fromArray(FLOATS, panel, w);
            FloatVector b = FloatVector.fromArray(FLOATS, panel, w + COUNT);
            FloatVector v = FloatVector.broadcast(FLOATS, x[at]);
            a0 = a.fma(v, a0);
            b0 = b.fma(v, b0);
            v = FloatVector.broadcast(FLOATS, x[at + 1]);
            a1 = a.fma(v, a1);
            b1 = b.fma(v, b1);
            v = FloatVector.broadcast(FLOATS, x[at + 2]);
            a2 = a.fma(v, a2);
            b2 = b.fma(v, b2);
            v = FloatVector.broadcast(FLOATS, x[at + 3]);
            a3 = a.fma(v, a3);
            b3 = b.fma(v, b3);
        }
        a0.intoArray(sums, 0);
        b0.intoArray(sums, COUNT);
        a1.intoArray(sums, 2 * COUNT);
        b1.intoArray(sums, 3 * COUNT);
        a2.intoArray(sums, 4 * COUNT);
        b2.intoArray(sums, 5 * COUNT);
        a3.intoArray(sums, 6 * COUNT);
        b3.intoArray(sums, 7 * COUNT);
    }

    private static void twelve(float[] panel, int from, float[] x, int xFrom, int count, float[] sums) {
        FloatVector a0 = FloatVector.zero(FLOATS),
                a1 = a0,
                a2 = a0,
                a3 = a0,
                a4 = a0,
                a5 = a0,
                a6 = a0,
                a7 = a0,
                a8 = a0,
                a9 = a0,
                a10 = a0,
                a11 = a0;
        FloatVector b0 = a0,
                b1 = a0,
                b2 = a0,
                b3 = a0,
                b4 = a0,
                b5 = a0,
                b6 = a0,
                b7 = a0,
                b8 = a0,
                b9 = a0,
                b10 = a0,
                b11 = a0;
        for (int k = 0; k < count; k++) {
            int w = from + k * PANEL;
            int at = xFrom + k * 12;
            FloatVector a = FloatVector.fromArray(FLOATS, panel, w);
            FloatVector b = FloatVector.fromArray(FLOATS, panel, w + COUNT);
            FloatVector v;
            v = FloatVector.broadcast(FLOATS, x[at]);
            a0 = a.fma(v, a0);
            b0 = b.fma(v, b0);
            v = FloatVector.broadcast(FLOATS, x[at + 1]);
            a1 = a.fma(v, a1);
            b1 = b.fma(v, b1);
            v = FloatVector.broadcast(FLOATS, x[at + 2]);
            a2 = a.fma(v, a2);
            b2 = b.fma(v, b2);
            v = FloatVector.broadcast(FLOATS, x[at + 3]);
            a3 = a.fma(v, a3);
            b3 = b.fma(v, b3);
            v = FloatVector.broadcast(FLOATS, x[at + 4]);
            a4 = a.fma(v, a4);
            b4 = b.fma(v, b4);
            v = FloatVector.broadcast(FLOATS, x[at + 5]);
            a5 = a.fma(v, a5);
            b5 = b.fma(v, b5);
            v = FloatVector.broadcast(FLOATS, x[at + 6]);
            a6 = a.fma(v, a6);
            b6 = b.fma(v, b6);
            v = FloatVector.broadcast(FLOATS, x[at + 7]);
            a7 = a.fma(v, a7);
            b7 = b.fma(v, b7);
            v = FloatVector.broadcast(FLOATS, x[at + 8]);
            a8 = a.fma(v, a8);
            b8 = b.fma(v, b8);
            v = FloatVector.broadcast(FLOATS, x[at + 9]);
            a9 = a.fma(v, a9);
            b9 = b.fma(v, b9);
            v = FloatVector.broadcast(FLOATS, x[at + 10]);
            a10 = a.fma(v, a10);
            b10 = b.fma(v, b10);
            v = FloatVector.broadcast(FLOATS, x[at + 11]);
            a11 = a.fma(v, a11);
            b11 = b.fma(v, b11);
        }
        a0.intoArray(sums, 0);
        b0.intoArray(sums, COUNT);
        a1.intoArray(sums, 2 * COUNT);
        b1.intoArray(sums, 3 * COUNT);
        a2.intoArray(sums, 4 * COUNT);
        b2.intoArray(sums, 5 * COUNT);
        a3.intoArray(sums, 6 * COUNT);
        b3.intoArray(sums, 7 * COUNT);
        a4.intoArray(sums, 8 * COUNT);
        b4.intoArray(sums, 9 * COUNT);
        a5.intoArray(sums, 10 * COUNT);
        b5.intoArray(sums, 11 * COUNT);
        a6.intoArray(sums, 12 * COUNT);
        b6.intoArray(sums, 13 * COUNT);
        a7.intoArray(sums, 14 * COUNT);
        b7.intoArray(sums, 15 * COUNT);
        a8.intoArray(sums, 16 * COUNT);
        b8.intoArray(sums, 17 * COUNT);
        a9.intoArray(sums, 18 * COUNT);
        b9.intoArray(sums, 19 * COUNT);
        a10.intoArray(sums, 20 * COUNT);
        b10.intoArray(sums, 21 * COUNT);
        a11.intoArray(sums, 22 * COUNT);
        b11.intoArray(sums, 23 * COUNT);
    }
}
