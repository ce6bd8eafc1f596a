package tokenwalk.lessons.fact;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tokenwalk.lessons.fact.FactValue.Count;
import tokenwalk.lessons.fact.FactValue.Decimal;
import tokenwalk.lessons.fact.FactValue.Share;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.trace.AttentionSteps;
import tokenwalk.runtime.transformer.ModelShape;

/** Who looks where. FROM is the token that looks, TO the one that is looked at. */
final class AttentionFacts {
    private static final Parameter FROM = Parameter.POS.called("FROM");
    private static final Parameter TO = Parameter.POS.called("TO");

    static final List<Fact> ALL = List.of(
            Fact.number(
                    "attention",
                    "the share of its attention that FROM gives to TO in a head",
                    (_, arguments) -> new Share(weights(arguments).at(arguments.position(3))),
                    Parameter.LAYER,
                    Parameter.HEAD,
                    FROM,
                    TO),
            Fact.number(
                    "attention_without_first",
                    "the same with the first token left out, the rest rescaled to 100 %",
                    AttentionFacts::withoutFirst,
                    Parameter.LAYER,
                    Parameter.HEAD,
                    FROM,
                    TO),
            Fact.number(
                    "head_looking_most",
                    "the head of a layer in which FROM looks most at TO",
                    AttentionFacts::headLookingMost,
                    Parameter.LAYER,
                    FROM,
                    TO),
            Fact.number(
                    "layer_looking_most",
                    "the layer that has the head, of all heads of the model, in which FROM looks most at TO",
                    AttentionFacts::layerLookingMost,
                    FROM,
                    TO),
            Fact.number(
                    "most_looked_at",
                    "the position at which FROM looks most in a head, the first token left aside",
                    AttentionFacts::mostLookedAt,
                    Parameter.LAYER,
                    Parameter.HEAD,
                    FROM),
            Fact.number(
                    "first_token_share",
                    "the share of its attention that FROM gives to the first token in a head",
                    (_, arguments) -> new Share(weights(arguments).at(0)),
                    Parameter.LAYER,
                    Parameter.HEAD,
                    FROM),
            Fact.number(
                    "average_first_token_share",
                    "the same, on average over all heads of all layers; of the last token or FROM",
                    AttentionFacts::averageFirstTokenShare,
                    FROM.orNone()),
            Fact.number(
                    "query_times_key",
                    "q·k: how well the query of FROM fits the key of TO in a head",
                    (_, arguments) -> new Decimal(steps(arguments).products().at(seen(arguments)), 2),
                    Parameter.LAYER,
                    Parameter.HEAD,
                    FROM,
                    TO),
            Fact.number(
                    "scaled_score",
                    "the same, divided by the root of the head's width",
                    (_, arguments) -> new Decimal(steps(arguments).scaled().at(seen(arguments)), 3),
                    Parameter.LAYER,
                    Parameter.HEAD,
                    FROM,
                    TO),
            Fact.number(
                    "value_length",
                    "the length of a token's value in a head",
                    (facts, arguments) -> new Decimal(
                            facts.trace()
                                    .value(arguments.layer(0), arguments.head(1), arguments.position(2))
                                    .norm(),
                            2),
                    Parameter.LAYER,
                    Parameter.HEAD,
                    Parameter.POS));

    private AttentionFacts() {}

    private static Vector weights(Arguments arguments) {
        return arguments.trace().attention(arguments.layer(0), arguments.head(1), arguments.position(2));
    }

    private static AttentionSteps steps(Arguments arguments) {
        return arguments.trace().attentionSteps(arguments.layer(0), arguments.head(1), arguments.position(2));
    }

    private static int seen(Arguments arguments) {
        return seen(arguments, 2, 3);
    }

    /** @return the position looked at, which must not come later than the one that looks */
    private static int seen(Arguments arguments, int from, int to) {
        int position = arguments.position(to);
        if (position > arguments.position(from)) {
            throw arguments.fails("token %d comes after token %d, which cannot see it"
                    .formatted(position + 1, arguments.position(from) + 1));
        }
        return position;
    }

    private static FactValue withoutFirst(LiveFacts facts, Arguments arguments) {
        Vector weights = weights(arguments);
        double rest = 1 - weights.at(0);
        int to = arguments.position(3);
        if (to == 0) {
            throw arguments.fails("the first token is the one left out");
        }
        return new Share(rest <= 0 ? 0 : Math.min(1, weights.at(to) / rest));
    }

    private static FactValue headLookingMost(LiveFacts facts, Arguments arguments) {
        int layer = arguments.layer(0);
        int from = arguments.position(1);
        int to = seen(arguments, 1, 2);
        return new Count(IntStream.range(0, facts.shape().attention().heads())
                .boxed()
                .max(largest(head -> facts.trace().attention(layer, head, from).at(to)))
                .orElseThrow());
    }

    private static FactValue layerLookingMost(LiveFacts facts, Arguments arguments) {
        int from = arguments.position(0);
        int to = seen(arguments, 0, 1);
        int heads = facts.shape().attention().heads();
        int best = IntStream.range(0, facts.shape().layers() * heads)
                .boxed()
                .max(largest(
                        i -> facts.trace().attention(i / heads, i % heads, from).at(to)))
                .orElseThrow();
        return new Count(best / heads);
    }

    private static FactValue mostLookedAt(LiveFacts facts, Arguments arguments) {
        Vector weights = weights(arguments);
        return new Count(IntStream.rangeClosed(1, arguments.position(2))
                        .boxed()
                        .max(largest(weights::at))
                        .orElseThrow(() -> arguments.fails("the first token sees only itself"))
                + 1L);
    }

    /** Of equal ones the first. */
    private static Comparator<Integer> largest(ToDoubleFunction<Integer> measure) {
        return Comparator.comparingDouble(measure).thenComparing(Comparator.reverseOrder());
    }

    private static FactValue averageFirstTokenShare(LiveFacts facts, Arguments arguments) {
        ModelShape shape = facts.shape();
        int position = arguments.positionOrLast(0);
        return new Share(IntStream.range(0, shape.layers())
                .boxed()
                .flatMapToDouble(layer -> IntStream.range(0, shape.attention().heads())
                        .mapToDouble(head ->
                                facts.trace().attention(layer, head, position).at(0)))
                .average()
                .orElseThrow());
    }
}
