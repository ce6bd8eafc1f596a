package tokenwalk.app.attention.model;

import java.util.stream.IntStream;
import tokenwalk.app.session.Reading;
import tokenwalk.runtime.trace.Trace;
import tokenwalk.runtime.transformer.ModelShape;

/**
 * What the first token is to a head, in numbers.
 *
 * @param share of the chosen token's attention that the first token gets, mean over all heads of all layers
 * @param heads how many these are
 * @param valueLength of the first token's value in the chosen head
 * @param usualLength of the values of the tokens after it up to the chosen one, the median
 */
public record FirstTokenFacts(
        Reading reading, int position, double share, int heads, double valueLength, double usualLength) {

    static FirstTokenFacts of(Reading reading, int layer, int head, int position) {
        Trace trace = reading.trace();
        ModelShape shape = trace.shape();
        int perLayer = shape.attention().heads();
        int heads = shape.layers() * perLayer;
        double share = IntStream.range(0, heads)
                .mapToDouble(i ->
                        trace.attention(i / perLayer, i % perLayer, position).at(0))
                .average()
                .orElseThrow();
        double[] others = IntStream.rangeClosed(1, position)
                .mapToDouble(other -> trace.value(layer, head, other).norm())
                .sorted()
                .toArray();
        return new FirstTokenFacts(
                reading,
                position,
                share,
                heads,
                trace.value(layer, head, 0).norm(),
                others.length == 0 ? Double.NaN : others[others.length / 2]);
    }
}
