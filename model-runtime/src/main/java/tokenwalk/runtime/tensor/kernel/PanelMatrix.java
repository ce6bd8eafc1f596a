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
 * <p>One or two vectors: the panel is multiplied as it lies. More: it is unpacked to float32 once for all of them, a part of
 * the columns at a time, into memory that stays in the second-level cache; then multiplied in {@link Tiles}.
 */
abstract class PanelMatrix implements PackedMatrix {
    static final ByteOrder ORDER = ByteOrder.nativeOrder();

    /** Vectors begin where cache lines begin. */
    private static final int ALIGNMENT = 64;

    /** So many vectors are multiplied one after the other: unpacking would not pay. */
    private static final int FEW = 2;

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
        this.data = Arena.ofAuto().allocate((long) panels() * panelInts * Integer.BYTES, ALIGNMENT);
    }

    /** Fills all panels from what is stored. */
    final PanelMatrix filled(StoredMatrix stored, Workers workers) {
        workers.share(panels(), 1, (from, to) -> {
            Packer packer = packer(stored);
            int[] panel = new int[panelInts];
            for (int p = from; p < to; p++) {
                Arrays.fill(panel, 0);
                for (int lane = 0; lane < Math.min(PANEL, rows - p * PANEL); lane++) {
                    packer.pack(p * PANEL + lane, panel, lane);
                }
                MemorySegment.copy(panel, 0, data, ValueLayout.JAVA_INT, 4L * at(p), panelInts);
            }
        });
        return this;
    }

    /** Puts one row of what is stored into a lane of a panel. Used by one thread. */
    interface Packer {
        void pack(int row, int[] panel, int lane);
    }

    abstract Packer packer(StoredMatrix stored);

    private int panels() {
        return (rows + PANEL - 1) / PANEL;
    }

    /** @return where a panel begins, in ints */
    final int at(int panel) {
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
            prepareOne(x);
        } else {
            x.prepareTiles(workers);
        }
    }

    void prepareOne(Inputs x) {}

    @Override
    public final void multiply(Inputs x, int fromRow, int toRow, float[] y, int at, int stride) {
        if (x.tokens() > FEW) {
            multiplyTiles(x, fromRow, toRow, y, at, stride);
            return;
        }
        int whole = Math.min(toRow, rows / PANEL * PANEL);
        for (int token = 0; token < x.tokens(); token++) {
            int target = at + token * stride;
            multiplyOne(x, token, fromRow / PANEL, whole / PANEL, y, target);
            if (whole < toRow) {
                float[] last = new float[PANEL];
                multiplyOne(x, token, whole / PANEL, whole / PANEL + 1, last, 0);
                System.arraycopy(last, 0, y, target + whole - fromRow, toRow - whole);
            }
        }
    }

    /** Whole panels times one of the vectors, to {@code y[target…]}. */
    abstract void multiplyOne(Inputs x, int token, int fromPanel, int toPanel, float[] y, int target);

    /** {@link #multiplyOne} for types that are unpacked even for one vector. */
    final void multiplyUnpacked(Inputs x, int token, int fromPanel, int toPanel, float[] y, int target) {
        Blocking blocking = Blocking.of(1, columns);
        Scratch.Memory memory = scratch.ofThread();
        for (int panel = fromPanel; panel < toPanel; panel++) {
            int to = target + (panel - fromPanel) * PANEL;
            Arrays.fill(y, to, to + PANEL, 0);
            for (int column = 0; column < columns; column += blocking.columns()) {
                int count = Math.min(blocking.columns(), columns - column);
                unpack(panel, column, count, memory.panels(), memory.first());
                Tiles.addOne(memory.panels(), memory.first(), x.values(), token * columns + column, count, y, to);
            }
        }
    }

    /** Writes {@code count} columns of a panel from {@code column} on in float32, to {@code target[from…]}, [count × PANEL]. */
    abstract void unpack(int panel, int column, int count, float[] target, int from);

    private void multiplyTiles(Inputs x, int fromRow, int toRow, float[] y, int at, int stride) {
        Blocking blocking = Blocking.of(x.tokens(), columns);
        Scratch.Memory memory = scratch.ofThread();
        for (int row = fromRow; row < toRow; row += blocking.panels() * PANEL) {
            int end = Math.min(toRow, row + blocking.panels() * PANEL);
            for (int column = 0; column < columns; column += blocking.columns()) {
                int count = Math.min(blocking.columns(), columns - column);
                for (int r = row; r < end; r += PANEL) {
                    unpack(r / PANEL, column, count, memory.panels(), memory.first() + (r - row) * count);
                }
                multiplyBlock(x, column, count, memory, row, end, y, at + row - fromRow, stride);
            }
        }
    }

    private void multiplyBlock(
            Inputs x, int column, int count, Scratch.Memory memory, int row, int end, float[] y, int at, int stride) {
        float[] sums = memory.sums();
        for (int token = 0; token < x.tokens(); ) {
            int width = Tiles.width(x.tokens() - token);
            int valid = Math.min(width, x.tokens() - token);
            int tile = token * columns + column * width;
            for (int r = row; r < end; r += PANEL) {
                Tiles.multiply(
                        memory.panels(), memory.first() + (r - row) * count, x.tiles(), tile, count, width, sums);
                int length = Math.min(PANEL, end - r);
                for (int t = 0; t < valid; t++) {
                    int target = at + (token + t) * stride + r - row;
                    if (column == 0) {
                        System.arraycopy(sums, t * PANEL, y, target, length);
                    } else {
                        for (int i = 0; i < length; i++) {
                            y[target + i] += sums[t * PANEL + i];
                        }
                    }
                }
            }
            token += width;
        }
    }
}
