package tokenwalk.runtime.tensor.kernel;

import java.util.List;
import jdk.incubator.vector.FloatVector;

/**
 * Many vectors times a matrix of weights. Panels of weights are unpacked once for all tokens into memory that stays in the
 * second-level cache; tokens go past them in tiles whose sums stay in registers (Goto &amp; van de Geijn 2008, «Anatomy of
 * high-performance matrix multiplication»).
 */
final class MatrixProduct {
    /** So many panels are unpacked together, for so long as a tile's tokens stay in the first-level cache. */
    private static final int GROUP = 3;

    private static final int WIDTH = Panels.WIDTH;
    private static final int LANES = WIDTH / 2;

    /** Array data begin 16 bytes after a cache line: from here on vectors do not straddle two. */
    private static final int ALIGNED = 12;

    /** A thread's own: larger than half a heap region, so that it begins at a region's start and stays there. */
    private static final ThreadLocal<float[]> PANELS = ThreadLocal.withInitial(() -> new float[1 << 20]);

    private static final ThreadLocal<float[]> TILE = ThreadLocal.withInitial(() -> new float[Tile.TOKENS * WIDTH]);

    /** Takes the products of some tokens with one panel. */
    @FunctionalInterface
    interface Sink {
        /**
         * @param tile [count × WIDTH], the sums of one block of columns
         * @param again whether these add to what an earlier block of columns gave
         */
        void take(int firstToken, int count, int firstRow, float[] tile, boolean again);
    }

    private final Workers workers;
    private final float[] x;
    private final int columns;
    private final int tokens;
    private final int paddedTokens;
    private final int blockColumns;
    private final float[] blocks;

    /** @param x [tokens × columns], copied to where tiles find it */
    MatrixProduct(Workers workers, float[] x, int columns, int tokens) {
        this.workers = workers;
        this.x = x;
        this.columns = columns;
        this.tokens = tokens;
        this.paddedTokens = (tokens + 3) / 4 * 4;
        int count = (columns + Tile.DEPTH - 1) / Tile.DEPTH;
        // Even blocks, each a multiple of 32 columns.
        this.blockColumns = (columns + 32 * count - 1) / (32 * count) * 32;
        this.blocks = new float[ALIGNED + blocks() * paddedTokens * Tile.STRIDE];
        workers.share(tokens, 16, this::copy);
    }

    private int blocks() {
        return (columns + blockColumns - 1) / blockColumns;
    }

    private void copy(int fromToken, int toToken) {
        for (int block = 0; block < blocks(); block++) {
            int from = block * blockColumns;
            int length = Math.min(blockColumns, columns - from);
            for (int token = fromToken; token < toToken; token++) {
                System.arraycopy(x, token * columns + from, blocks, at(block, token), length);
            }
        }
    }

    private int at(int block, int token) {
        return ALIGNED + (block * paddedTokens + token) * Tile.STRIDE;
    }

    /** @return the products with each matrix, [matrices] of [tokens × rows], all in one loop over the threads */
    List<float[]> multiply(List<? extends Panels> matrices) {
        List<float[]> products = matrices.stream()
                .map(matrix -> new float[tokens * matrix.rows()])
                .toList();
        int[] firstGroups = new int[matrices.size() + 1];
        for (int i = 0; i < matrices.size(); i++) {
            firstGroups[i + 1] = firstGroups[i] + groups(matrices.get(i));
        }
        workers.share(firstGroups[matrices.size()], 1, (from, to) -> {
            for (int i = 0; i < matrices.size(); i++) {
                Panels matrix = matrices.get(i);
                float[] y = products.get(i);
                Sink sink = (firstToken, count, firstRow, tile, again) ->
                        put(tile, firstToken, count, firstRow, y, matrix.rows(), again);
                for (int group = Math.max(from, firstGroups[i]); group < Math.min(to, firstGroups[i + 1]); group++) {
                    multiply(matrix, (group - firstGroups[i]) * GROUP, GROUP, sink);
                }
            }
        });
        return products;
    }

    private static int groups(Panels matrix) {
        return (matrix.rows() + GROUP * WIDTH - 1) / (GROUP * WIDTH);
    }

    /** Gives the products with some panels of a matrix to a sink, on the calling thread. */
    void multiply(Panels matrix, int firstPanel, int panels, Sink sink) {
        int most = Math.min(panels, (matrix.rows() + WIDTH - 1) / WIDTH - firstPanel);
        float[] unpacked = PANELS.get();
        float[] tile = TILE.get();
        for (int block = 0; block < blocks(); block++) {
            int fromColumn = block * blockColumns;
            int depth = Math.min(blockColumns, columns - fromColumn);
            for (int p = 0; p < most; p++) {
                matrix.panel(
                        (firstPanel + p) * WIDTH,
                        fromColumn,
                        fromColumn + depth,
                        unpacked,
                        ALIGNED + p * depth * WIDTH);
            }
            for (int token = 0; token < tokens; token += Tile.TOKENS) {
                int count = Math.min(Tile.TOKENS, tokens - token);
                for (int p = 0; p < most; p++) {
                    Tile.multiply(unpacked, ALIGNED + p * depth * WIDTH, blocks, at(block, token), count, depth, tile);
                    sink.take(token, count, (firstPanel + p) * WIDTH, tile, block > 0);
                }
            }
        }
    }

    private static void put(float[] tile, int firstToken, int count, int firstRow, float[] y, int rows, boolean again) {
        int width = Math.min(WIDTH, rows - firstRow);
        for (int t = 0; t < count; t++) {
            int at = (firstToken + t) * rows + firstRow;
            if (!again) {
                System.arraycopy(tile, t * WIDTH, y, at, width);
            } else if (width == WIDTH) {
                add(tile, t * WIDTH, y, at);
                add(tile, t * WIDTH + LANES, y, at + LANES);
            } else {
                for (int r = 0; r < width; r++) {
                    y[at + r] += tile[t * WIDTH + r];
                }
            }
        }
    }

    private static void add(float[] from, int fromAt, float[] to, int at) {
        FloatVector.fromArray(FloatVector.SPECIES_PREFERRED, from, fromAt)
                .add(FloatVector.fromArray(FloatVector.SPECIES_PREFERRED, to, at))
                .intoArray(to, at);
    }
}
