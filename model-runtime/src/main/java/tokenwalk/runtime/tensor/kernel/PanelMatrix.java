package tokenwalk.runtime.tensor.kernel;

import static tokenwalk.runtime.tensor.kernel.Tiles.PANEL;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import tokenwalk.runtime.tensor.StoredMatrix;

/**
 * Weights in panels of two vectors of rows: a row's numbers lie in one lane of one vector, so that sums need no adding across
 * lanes. Rows beyond the last are zeros.
 *
 * <p>A few vectors: one after the other is multiplied with the panel as it lies. More: the panel is unpacked to float32 once for all
 * of them, a part of the columns at a time, into memory that stays in the caches; then multiplied in {@link Tiles}.
 */
abstract class PanelMatrix implements PackedMatrix {
    static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private static final int CACHE_LINE = 64;

    /** Up to so many vectors unpacking would not pay. */
    private static final int FEW = 7;

    /** So many panels meet one of them after the other: they stay in the second-level cache. */
    private static final int CHUNK = 16;

    private final int rows;
    private final int columns;
    private final int panelInts;
    private final Scratch scratch;
    final MemorySegment data;

    /** @param panelInts how many ints a panel takes */
    PanelMatrix(StoredMatrix stored, int panelInts, Scratch scratch) {
        this.rows = stored.rows();
        this.columns = stored.columns();
        this.panelInts = panelInts;
        this.scratch = scratch;
        this.data = Arena.ofAuto().allocate((long) panels() * panelInts * Integer.BYTES, CACHE_LINE);
    }

    /** Puts one row of what is stored into a lane of a panel, which holds zeros. Used by one thread. */
    interface Packer {
        void pack(int row, int[] panel, int lane);
    }

    abstract Packer packer(StoredMatrix stored);

    /** Fills all panels. */
    final PanelMatrix filledFrom(StoredMatrix stored, Workers workers) {
        workers.share(panels(), 1, (from, to) -> {
            Packer packer = packer(stored);
            int[] panel = new int[panelInts];
            for (int p = from; p < to; p++) {
                Arrays.fill(panel, 0);
                for (int lane = 0; lane < Math.min(PANEL, rows - p * PANEL); lane++) {
                    packer.pack(p * PANEL + lane, panel, lane);
                }
                MemorySegment.copy(panel, 0, data, ValueLayout.JAVA_INT, (long) at(p) * Integer.BYTES, panelInts);
            }
        });
        return this;
    }

    private int panels() {
        return (rows + PANEL - 1) / PANEL;
    }

    private int at(int panel) {
        return panel * panelInts;
    }

    @Override
    public final int rows() {
        return rows;
    }

    @Override
    public final int columns() {
        return columns;
    }

    @Override
    public final long byteSize() {
        return data.byteSize();
    }

    @Override
    public final int rowStep() {
        return PANEL;
    }

    @Override
    public final void prepare(Inputs x, Workers workers) {
        if (x.tokens() <= FEW) {
            prepareFew(x);
        } else {
            x.prepareTiles(workers);
        }
    }

    /** Derives what {@link #multiply(int, Inputs, int, float[], int)} needs. */
    void prepareFew(Inputs x) {}

    @Override
    public final void multiply(Inputs x, int fromRow, int toRow, float[] y, int at, int stride) {
        if (x.tokens() <= FEW) {
            multiplyEach(x, fromRow, toRow, y, at, stride);
        } else {
            multiplyTiles(x, fromRow, toRow, y, at, stride);
        }
    }

    private void multiplyEach(Inputs x, int fromRow, int toRow, float[] y, int at, int stride) {
        float[] sums = scratch.ofThread().sums();
        int step = CHUNK * PANEL;
        for (int first = fromRow; first < toRow; first += step) {
            int end = Math.min(toRow, first + step);
            for (int token = 0; token < x.tokens(); token++) {
                for (int row = first; row < end; row += PANEL) {
                    int to = at + token * stride + row - fromRow;
                    if (row + PANEL <= toRow) {
                        multiply(at(row / PANEL), x, token, y, to);
                    } else {
                        multiply(at(row / PANEL), x, token, sums, 0);
                        System.arraycopy(sums, 0, y, to, toRow - row);
                    }
                }
            }
        }
    }

    /**
     * A panel times one of the vectors.
     *
     * @param at where the panel begins, in ints
     * @param y gets the products from {@code to} on, [PANEL]
     */
    abstract void multiply(int at, Inputs x, int token, float[] y, int to);

    /**
     * Some columns of a panel in float32.
     *
     * @param at where the panel begins, in ints
     * @param column the first; like {@code count} a multiple of 32, unless it is the last block's
     * @param target gets them from {@code to} on, [count × PANEL]
     */
    abstract void unpack(int at, int column, int count, float[] target, int to);

    private void multiplyTiles(Inputs x, int fromRow, int toRow, float[] y, int at, int stride) {
        Blocking blocking = Blocking.of(x.tokens(), columns);
        Scratch.Memory memory = scratch.ofThread();
        for (int row = fromRow; row < toRow; row += blocking.panels() * PANEL) {
            int end = Math.min(toRow, row + blocking.panels() * PANEL);
            for (int column = 0; column < columns; column += blocking.columns()) {
                int count = Math.min(blocking.columns(), columns - column);
                for (int r = row; r < end; r += PANEL) {
                    memory.sums()[0] = fetch(at(r / PANEL), column, count);
                    unpack(at(r / PANEL), column, count, memory.panels(), memory.first() + (r - row) * count);
                }
                multiplyBlock(x, column, count, memory, row, end, y, at + row - fromRow, stride);
            }
        }
    }

    /** Reads something of each cache line: they come side by side, where unpacking would wait for one after the other. */
    private int fetch(int at, int column, int count) {
        int from = at + (int) ((long) panelInts * column / columns);
        int to = at + (int) ((long) panelInts * (column + count) / columns);
        int something = 0;
        for (int i = from; i < to; i += CACHE_LINE / Integer.BYTES) {
            something += data.get(ValueLayout.JAVA_INT, (long) i * Integer.BYTES);
        }
        return something;
    }

    private void multiplyBlock(
            Inputs x, int column, int count, Scratch.Memory memory, int row, int end, float[] y, int at, int stride) {
        float[] sums = memory.sums();
        for (int token = 0; token < x.tokens(); ) {
            int width = Tiles.width(x.tokens() - token);
            int valid = Math.min(width, x.tokens() - token);
            int tile = token * columns + column * width;
            for (int r = row; r < end; r += PANEL) {
                int panel = memory.first() + (r - row) * count;
                Tiles.multiply(memory.panels(), panel, x.tiles(), tile, count, width, sums);
                int length = Math.min(PANEL, end - r);
                for (int t = 0; t < valid; t++) {
                    int to = at + (token + t) * stride + r - row;
                    if (column == 0) {
                        System.arraycopy(sums, t * PANEL, y, to, length);
                    } else {
                        for (int i = 0; i < length; i++) {
                            y[to + i] += sums[t * PANEL + i];
                        }
                    }
                }
            }
            token += width;
        }
    }
}
