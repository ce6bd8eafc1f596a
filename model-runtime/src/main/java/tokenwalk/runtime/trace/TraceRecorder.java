package tokenwalk.runtime.trace;

import java.util.ArrayList;
import java.util.List;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.transformer.AttentionShape;
import tokenwalk.runtime.transformer.ModelShape;
import tokenwalk.runtime.transformer.Probe;
import tokenwalk.runtime.transformer.Rows;
import tokenwalk.runtime.transformer.Site;

/** Keeps the residual stream of every level, and queries, keys and values of every layer, of one forward pass. */
public final class TraceRecorder implements Probe {
    private final List<Segment> finished = new ArrayList<>();
    private final List<Matrix> residual = new ArrayList<>();
    private final List<Matrix> query = new ArrayList<>();
    private final List<Matrix> key = new ArrayList<>();
    private final List<Matrix> value = new ArrayList<>();

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
            case RESIDUAL -> residual.add(rows.kept());
            case QUERY -> query.add(rows.kept());
            case KEY -> key.add(rows.kept());
            case VALUE -> value.add(rows.kept());
            case FINAL -> finish(rows);
            case HEADS, ATTENTION_OUTPUT, NEURONS, MLP_OUTPUT -> {}
        }
    }

    private void finish(Rows finals) {
        finished.add(new Segment(finals.firstPosition(), finals.count(), residual, query, key, value, finals.kept()));
        residual.clear();
        query.clear();
        key.clear();
        value.clear();
    }

    List<Segment> segments() {
        return List.copyOf(finished);
    }
}
