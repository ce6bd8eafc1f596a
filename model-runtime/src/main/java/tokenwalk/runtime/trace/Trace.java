package tokenwalk.runtime.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.trace.Segment.KeysAndValues;
import tokenwalk.runtime.trace.Segment.Streams;
import tokenwalk.runtime.transformer.AttentionShape;
import tokenwalk.runtime.transformer.ModelShape;
import tokenwalk.runtime.transformer.Rotary;
import tokenwalk.runtime.transformer.Softmax;

/**
 * What the model computed while it read a text: immutable, and cheap to lengthen, since a longer trace shares what a
 * shorter one holds. Positions, layers, heads and levels count from 0.
 *
 * <p>Of a very long text only some tokens may be {@link #recorded}: their residual stream, queries and final vectors. Keys
 * and values are there for all, so how a recorded token looks at any other one can be told.
 *
 * <p>Attention weights are computed from queries and keys when somebody looks: for a long text all of them do not fit.
 */
public final class Trace {
    private final ModelShape shape;
    private final Rotary rotary;
    private final List<Token> tokens;
    private final Segments<KeysAndValues> keysAndValues;
    private final Segments<Streams> streams;
    private final Vector logits;

    private Trace(
            ModelShape shape,
            Rotary rotary,
            List<Token> tokens,
            Segments<KeysAndValues> keysAndValues,
            Segments<Streams> streams,
            Vector logits) {
        this.shape = shape;
        this.rotary = rotary;
        this.tokens = List.copyOf(tokens);
        this.keysAndValues = keysAndValues;
        this.streams = streams;
        this.logits = logits;
        if (!keysAndValues.window().equals(new Window(0, tokens.size()))) {
            throw new IllegalArgumentException(
                    tokens.size() + " tokens, but " + keysAndValues.window().length() + " were recorded");
        }
    }

    /**
     * @param logits the scores of the next token, [vocabulary]
     * @throws IllegalArgumentException if the recorder did not see all tokens
     */
    public static Trace of(ModelShape shape, Rotary rotary, List<Token> tokens, TraceRecorder recorder, Vector logits) {
        return new Trace(
                shape,
                rotary,
                tokens,
                new Segments<>(recorder.keysAndValues()),
                new Segments<>(recorder.streams()),
                logits);
    }

    /** @return this trace's first {@code kept} tokens followed by what the recorder saw after them */
    public Trace continued(int kept, List<Token> allTokens, TraceRecorder recorder, Vector newLogits) {
        return new Trace(
                shape,
                rotary,
                allTokens,
                keysAndValues.continued(kept, recorder.keysAndValues()),
                streams.continued(kept, recorder.streams()),
                newLogits);
    }

    /** @return the tokens of which all is kept: the whole text, unless only a part was asked for */
    public Window recorded() {
        return streams.window();
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

    /**
     * @return the residual stream at a level and position, before the final norm, [width]
     * @throws IndexOutOfBoundsException if the position is not {@link #recorded}
     */
    public Vector residual(int level, int position) {
        Streams segment = streams.holding(position);
        return segment.row(segment.residual().get(level), position);
    }

    /** @return the residual stream of all recorded positions at a level, [recorded × width] */
    public Matrix residual(int level) {
        return stack(shape.width(), position -> residual(level, position));
    }

    /**
     * @return the last level after the final norm, [width]
     * @throws IndexOutOfBoundsException if the position is not {@link #recorded}
     */
    public Vector finalVector(int position) {
        Streams segment = streams.holding(position);
        return segment.row(segment.finals(), position);
    }

    /**
     * @return a query before the rotary embedding, [headWidth]
     * @throws IndexOutOfBoundsException if the position is not {@link #recorded}
     */
    public Vector query(int layer, int head, int position) {
        Objects.checkIndex(head, shape.attention().heads());
        Streams segment = streams.holding(position);
        return part(segment.row(segment.query().get(layer), position), head);
    }

    /** @return the key that a query head reads, before the rotary embedding, [headWidth] */
    public Vector key(int layer, int head, int position) {
        KeysAndValues segment = keysAndValues.holding(position);
        return part(
                segment.row(segment.key().get(layer), position),
                shape.attention().keyValueHead(head));
    }

    /** @return the value that a query head reads, [headWidth] */
    public Vector value(int layer, int head, int position) {
        KeysAndValues segment = keysAndValues.holding(position);
        return part(
                segment.row(segment.value().get(layer), position),
                shape.attention().keyValueHead(head));
    }

    /** @return how much one token looks at each, 0 for those after it, [length]; adds up to 1 */
    public Vector attention(int layer, int head, int position) {
        return attentionRow(layer, head, position, rotatedKeys(layer, head, position + 1));
    }

    /** @return how much each recorded token (row) looks at each (column), [recorded × length] */
    public Matrix attention(int layer, int head) {
        List<Vector> keys = rotatedKeys(layer, head, recorded().to());
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

    /** One row for each recorded position. */
    private Matrix stack(int columns, IntFunction<Vector> row) {
        Window window = recorded();
        float[] values = new float[window.length() * columns];
        for (int position = window.from(); position < window.to(); position++) {
            row.apply(position).copyTo(values, (position - window.from()) * columns);
        }
        return Matrix.of(window.length(), columns, values);
    }
}
