package tokenwalk.runtime.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.transformer.AttentionShape;
import tokenwalk.runtime.transformer.ModelShape;
import tokenwalk.runtime.transformer.Rotary;
import tokenwalk.runtime.transformer.Softmax;

/**
 * What the model computed while it read a text: immutable, and cheap to lengthen, since a longer trace shares what a
 * shorter one holds. Positions, layers, heads and levels count from 0.
 *
 * <p>Attention weights are computed from queries and keys when somebody looks: for a long text all of them do not fit.
 */
public final class Trace {
    private final ModelShape shape;
    private final Rotary rotary;
    private final List<Token> tokens;
    private final List<Segment> segments;
    private final Vector logits;

    private Trace(ModelShape shape, Rotary rotary, List<Token> tokens, List<Segment> segments, Vector logits) {
        this.shape = shape;
        this.rotary = rotary;
        this.tokens = List.copyOf(tokens);
        this.segments = List.copyOf(segments);
        this.logits = logits;
        int recorded = segments.stream().mapToInt(Segment::count).sum();
        if (tokens.isEmpty() || recorded < tokens.size()) {
            throw new IllegalArgumentException(tokens.size() + " tokens, but " + recorded + " were recorded");
        }
    }

    /**
     * @param logits the scores of the next token, [vocabulary]
     * @throws IllegalArgumentException if the recorder did not see all tokens
     */
    public static Trace of(ModelShape shape, Rotary rotary, List<Token> tokens, TraceRecorder recorder, Vector logits) {
        return new Trace(shape, rotary, tokens, recorder.segments(), logits);
    }

    /** @return this trace's first {@code kept} tokens followed by what the recorder saw after them */
    public Trace continued(int kept, List<Token> allTokens, TraceRecorder recorder, Vector newLogits) {
        List<Segment> all = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment.firstPosition() < kept) {
                all.add(segment);
            }
        }
        all.addAll(recorder.segments());
        return new Trace(shape, rotary, allTokens, all, newLogits);
    }

    public ModelShape shape() {
        return shape;
    }

    public List<Token> tokens() {
        return tokens;
    }

    /** @return number of tokens */
    public int length() {
        return tokens.size();
    }

    /** @return the scores of the next token, [vocabulary] */
    public Vector logits() {
        return logits;
    }

    /** @return the residual stream at a level and position, before the final norm, [width] */
    public Vector residual(int level, int position) {
        Segment segment = segment(position);
        return segment.row(segment.residual().get(level), position);
    }

    /** @return the residual stream of all positions at a level, [length × width] */
    public Matrix residual(int level) {
        return stack(shape.width(), position -> residual(level, position));
    }

    /** @return the last level after the final norm, [width] */
    public Vector finalVector(int position) {
        Segment segment = segment(position);
        return segment.row(segment.finals(), position);
    }

    /** @return a query before the rotary embedding, [headWidth] */
    public Vector query(int layer, int head, int position) {
        Objects.checkIndex(head, shape.attention().heads());
        Segment segment = segment(position);
        return part(segment.row(segment.query().get(layer), position), head);
    }

    /** @return the key that a query head reads, before the rotary embedding, [headWidth] */
    public Vector key(int layer, int head, int position) {
        Segment segment = segment(position);
        return part(
                segment.row(segment.key().get(layer), position),
                shape.attention().keyValueHead(head));
    }

    /** @return the value that a query head reads, [headWidth] */
    public Vector value(int layer, int head, int position) {
        Segment segment = segment(position);
        return part(
                segment.row(segment.value().get(layer), position),
                shape.attention().keyValueHead(head));
    }

    /** @return how much one token looks at each, 0 for those after it, [length]; adds up to 1 */
    public Vector attention(int layer, int head, int position) {
        return attentionRow(layer, head, position, rotatedKeys(layer, head, position + 1));
    }

    /** @return how much each token (row) looks at each (column), [length × length] */
    public Matrix attention(int layer, int head) {
        List<Vector> keys = rotatedKeys(layer, head, length());
        return stack(length(), position -> attentionRow(layer, head, position, keys));
    }

    /** @return how one head reads for one token, step by step */
    public AttentionSteps attentionSteps(int layer, int head, int position) {
        float[] products = products(layer, head, position, rotatedKeys(layer, head, position + 1));
        float[] scaled = scaled(products);
        float[] weights = scaled.clone();
        Softmax.inPlace(weights, 0, weights.length);
        float[] mixed = new float[shape.attention().headWidth()];
        for (int seen = 0; seen <= position; seen++) {
            Vector value = value(layer, head, seen);
            for (int i = 0; i < mixed.length; i++) {
                mixed[i] += weights[seen] * value.at(i);
            }
        }
        return new AttentionSteps(Vector.of(products), Vector.of(scaled), Vector.of(weights), Vector.of(mixed));
    }

    private Vector attentionRow(int layer, int head, int position, List<Vector> keys) {
        float[] weights = Arrays.copyOf(scaled(products(layer, head, position, keys)), length());
        Softmax.inPlace(weights, 0, position + 1);
        return Vector.of(weights);
    }

    /** q·k for each token up to the position, [position + 1] */
    private float[] products(int layer, int head, int position, List<Vector> keys) {
        Vector query = rotary.rotated(query(layer, head, position), position);
        float[] products = new float[position + 1];
        for (int seen = 0; seen <= position; seen++) {
            products[seen] = (float) query.dot(keys.get(seen));
        }
        return products;
    }

    private float[] scaled(float[] products) {
        double scale = 1 / Math.sqrt(shape.attention().headWidth());
        float[] scaled = new float[products.length];
        for (int seen = 0; seen < products.length; seen++) {
            scaled[seen] = (float) (scale * products[seen]);
        }
        return scaled;
    }

    private List<Vector> rotatedKeys(int layer, int head, int count) {
        return IntStream.range(0, count)
                .mapToObj(position -> rotary.rotated(key(layer, head, position), position))
                .toList();
    }

    private Vector part(Vector heads, int index) {
        AttentionShape attention = shape.attention();
        return heads.slice(index * attention.headWidth(), attention.headWidth());
    }

    private Segment segment(int position) {
        Objects.checkIndex(position, length());
        // The last one that holds it: after a rewind an older segment may reach further than what was kept.
        return segments.reversed().stream()
                .filter(segment -> segment.holds(position))
                .findFirst()
                .orElseThrow();
    }

    private Matrix stack(int columns, IntFunction<Vector> row) {
        float[] values = new float[length() * columns];
        for (int position = 0; position < length(); position++) {
            row.apply(position).copyTo(values, position * columns);
        }
        return Matrix.of(length(), columns, values);
    }
}
