package tokenwalk.lessons.fact;

import java.util.List;
import java.util.stream.IntStream;
import tokenwalk.lessons.fact.FactValue.Count;
import tokenwalk.lessons.fact.FactValue.Decimal;
import tokenwalk.runtime.tensor.Vector;

/** Lengths and angles of the residual stream, in the model's own space. */
final class GeometryFacts {
    private static final Parameter OTHER = Parameter.POS.called("OTHER");

    static final List<Fact> ALL = List.of(
            Fact.number(
                    "norm",
                    "the length of a token's vector at a level",
                    (facts, arguments) ->
                            new Decimal(vector(facts, arguments, 0, 1).norm(), 1),
                    Parameter.LEVEL,
                    Parameter.POS),
            Fact.number(
                    "norm_ratio",
                    "how many times as long a token's vector is as another's, at a level",
                    (facts, arguments) -> new Decimal(
                            arguments.finite(vector(facts, arguments, 0, 1).norm()
                                    / vector(facts, arguments, 0, 2).norm()),
                            1),
                    Parameter.LEVEL,
                    Parameter.POS,
                    OTHER),
            Fact.number(
                    "norm_over_median",
                    "how many times as long a token's vector is as the median of the level's",
                    GeometryFacts::normOverMedian,
                    Parameter.LEVEL,
                    Parameter.POS),
            Fact.number(
                    "cosine",
                    "the cosine between two vectors, each of a level and a token",
                    (facts, arguments) ->
                            new Decimal(vector(facts, arguments, 0, 1).cosine(vector(facts, arguments, 2, 3)), 3),
                    Parameter.LEVEL,
                    Parameter.POS,
                    Parameter.LEVEL.called("OTHER_LEVEL"),
                    OTHER),
            Fact.number(
                    "distance",
                    "how far the vectors of two tokens are apart at a level",
                    (facts, arguments) ->
                            new Decimal(distance(vector(facts, arguments, 0, 1), vector(facts, arguments, 0, 2)), 1),
                    Parameter.LEVEL,
                    Parameter.POS,
                    OTHER),
            Fact.number(
                    "first_level_apart",
                    "the first level at which the cosine between two tokens' vectors is below X",
                    GeometryFacts::firstLevelApart,
                    Parameter.POS,
                    OTHER,
                    Parameter.NUMBER));

    private GeometryFacts() {}

    private static Vector vector(LiveFacts facts, Arguments arguments, int level, int position) {
        return facts.trace().residual(arguments.level(level), arguments.position(position));
    }

    private static double distance(Vector one, Vector other) {
        return Math.sqrt(Math.max(0, one.dot(one) + other.dot(other) - 2 * one.dot(other)));
    }

    private static FactValue normOverMedian(LiveFacts facts, Arguments arguments) {
        int level = arguments.level(0);
        double[] norms = IntStream.range(0, facts.trace().length())
                .mapToDouble(position -> facts.trace().residual(level, position).norm())
                .sorted()
                .toArray();
        int middle = norms.length / 2;
        double median = norms.length % 2 == 1 ? norms[middle] : (norms[middle - 1] + norms[middle]) / 2;
        return new Decimal(arguments.finite(vector(facts, arguments, 0, 1).norm() / median), 1);
    }

    private static FactValue firstLevelApart(LiveFacts facts, Arguments arguments) {
        int one = arguments.position(0);
        int other = arguments.position(1);
        double limit = arguments.number(2);
        return IntStream.range(0, facts.shape().levels())
                .filter(level ->
                        facts.trace().residual(level, one).cosine(facts.trace().residual(level, other)) < limit)
                .mapToObj(Count::new)
                .findFirst()
                .orElseThrow(() -> arguments.fails("the cosine is %s or more at every level".formatted(limit)));
    }
}
