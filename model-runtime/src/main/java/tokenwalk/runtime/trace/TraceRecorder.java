package tokenwalk.runtime.trace;

import java.util.ArrayList;
import java.util.List;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.transformer.AttentionShape;
import tokenwalk.runtime.transformer.ModelShape;
import tokenwalk.runtime.transformer.Probe;
import tokenwalk.runtime.transformer.Rows;
import tokenwalk.runtime.transformer.Site;

/**
 * Keeps the residual stream of every level, and queries, keys and values of every layer, of one forward pass; of tokens
 * outside its window keys and values only.
 */
public final class TraceRecorder implements Probe {
    private final Window window;
    private final List<Segment.KeysAndValues> keysAndValues = new ArrayList<>();
    private final List<Segment.Streams> streams = new ArrayList<>();
    private final List<Matrix> residual = new ArrayList<>();
    private final List<Matrix> query = new ArrayList<>();
    private final List<Matrix> key = new ArrayList<>();
    private final List<Matrix> value = new ArrayList<>();

    /** Keeps all of every token. */
    public TraceRecorder() {
        this(new Window(0, Integer.MAX_VALUE));
    }

    /** @param window the tokens of which all is kept */
    public TraceRecorder(Window window) {
        this.window = window;
    }

    /** @return bytes that are kept of one token: all levels, all queries, keys and values, and the vector after the final norm */
    public static long bytesPerToken(ModelShape shape) {
        AttentionShape attention = shape.attention();
        long residual = (long) shape.levels() * shape.width();
        long queriesKeysValues = shape.layers() * (attention.queryWidth() + 2L * attention.keyValueWidth());
        return (residual + queriesKeysValues + shape.width()) * Float.BYTES;
    }

    @Override
    public void visit(Site site, int layer, Rows rows) {
        switch (site) {
            case RESIDUAL -> keepWithin(rows, residual);
            case QUERY -> keepWithin(rows, query);
            case KEY -> key.add(rows.kept(0, rows.count()));
            case VALUE -> value.add(rows.kept(0, rows.count()));
            case FINAL -> finish(rows);
            case HEADS, ATTENTION_OUTPUT, NEURONS, MLP_OUTPUT -> {}
        }
    }

    private void keepWithin(Rows rows, List<Matrix> matrices) {
        int from = from(rows);
        int to = to(rows);
        if (from < to) {
            matrices.add(rows.kept(from, to));
        }
    }

    private int from(Rows rows) {
        return Math.max(0, window.from() - rows.firstPosition());
    }

    private int to(Rows rows) {
        return Math.min(rows.count(), window.to() - rows.firstPosition());
    }

    private void finish(Rows finals) {
        keysAndValues.add(new Segment.KeysAndValues(finals.firstPosition(), finals.count(), key, value));
        int from = from(finals);
        int to = to(finals);
        if (from < to) {
            streams.add(new Segment.Streams(
                    finals.firstPosition() + from, to - from, residual, query, finals.kept(from, to)));
        }
        residual.clear();
        query.clear();
        key.clear();
        value.clear();
    }

    List<Segment.KeysAndValues> keysAndValues() {
        return List.copyOf(keysAndValues);
    }

    List<Segment.Streams> streams() {
        return List.copyOf(streams);
    }
}
