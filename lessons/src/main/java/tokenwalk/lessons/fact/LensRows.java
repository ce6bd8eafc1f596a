package tokenwalk.lessons.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import tokenwalk.runtime.lens.Candidate;
import tokenwalk.runtime.lens.Lens;
import tokenwalk.runtime.lens.LensReading;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.trace.Trace;
import tokenwalk.runtime.transformer.Unembedding;

/** The logits that each level and position of a text would give, computed when they are asked for. */
final class LensRows {
    /** So many rows are kept: all levels of two positions of a model of 30 layers, 12 MB of its 49,152 logits. */
    private static final int KEPT = 64;

    /** So many residual vectors go through the unembedding at once, as in {@link Lens}. */
    private static final int BATCH = 16;

    private record Cell(int level, int position) {}

    private final Unembedding unembedding;
    private final Trace trace;
    private final Map<Cell, Vector> rows = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Cell, Vector> eldest) {
            return size() > KEPT;
        }
    };

    LensRows(Unembedding unembedding, Trace trace) {
        this.unembedding = unembedding;
        this.trace = trace;
    }

    int levels() {
        return trace.shape().levels();
    }

    /** @return the logits at a level and position, [vocabulary] */
    Vector logits(int level, int position) {
        return logits(List.of(new Cell(level, position))).getFirst();
    }

    /** @return the logits at a position, level by level */
    private List<Vector> column(int position) {
        return logits(IntStream.range(0, levels())
                .mapToObj(level -> new Cell(level, position))
                .toList());
    }

    /** @return the logits of the last level, for some positions from {@code from} on */
    List<Vector> predictions(int from, int to) {
        return logits(IntStream.range(from, to)
                .mapToObj(position -> new Cell(trace.shape().layers(), position))
                .toList());
    }

    /** @return the best tokens at a level and position */
    List<Candidate> best(int level, int position, int count) {
        return Lens.reading(logits(level, position), count, 0).best();
    }

    /** @return where a token stands at a level and position */
    Candidate standing(int level, int position, int tokenId) {
        return Lens.reading(logits(level, position), 1, tokenId).followed();
    }

    /** @return where a token stands at a position, level by level */
    List<Candidate> path(int position, int tokenId) {
        return column(position).stream()
                .map(logits -> Lens.reading(logits, 1, tokenId))
                .map(LensReading::followed)
                .toList();
    }

    private List<Vector> logits(List<Cell> cells) {
        Map<Cell, Vector> found = new LinkedHashMap<>();
        List<Cell> missing = new ArrayList<>();
        for (Cell cell : cells) {
            Vector row = isEnd(cell) ? trace.logits() : rows.get(cell);
            if (row == null) {
                missing.add(cell);
            } else {
                found.put(cell, row);
            }
        }
        for (int from = 0; from < missing.size(); from += BATCH) {
            List<Cell> batch = missing.subList(from, Math.min(missing.size(), from + BATCH));
            Matrix logits = unembedding.logits(residuals(batch));
            for (int i = 0; i < batch.size(); i++) {
                found.put(batch.get(i), logits.row(i));
                rows.put(batch.get(i), logits.row(i));
            }
        }
        return cells.stream()
                .map(cell -> Objects.requireNonNull(found.get(cell)))
                .toList();
    }

    /** What the bars show is what the model's own pass computed. */
    private boolean isEnd(Cell cell) {
        return cell.level() == trace.shape().layers() && cell.position() == trace.length() - 1;
    }

    private Matrix residuals(List<Cell> cells) {
        int width = trace.shape().width();
        float[] values = new float[cells.size() * width];
        for (int i = 0; i < cells.size(); i++) {
            trace.residual(cells.get(i).level(), cells.get(i).position()).copyTo(values, i * width);
        }
        return Matrix.of(cells.size(), width, values);
    }
}
