package tokenwalk.lessons.fact;

import java.util.List;
import tokenwalk.lessons.fact.FactValue.Decimal;
import tokenwalk.lessons.fact.FactValue.OneToken;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.transformer.EmbeddingTable;

/** The rows of the embedding and the unembedding, and how near vectors come to them. */
final class EmbeddingFacts {
    /** As many rows as the screen lists at most. */
    private static final int MOST_ROWS = 100;

    private static final int DECIMALS = 3;
    private static final Parameter POS = Parameter.POS.orNone();

    static final List<Fact> ALL = List.of(
            Fact.token(
                    "nearest_row",
                    "the token whose row of the embedding is nearest to another's by cosine, or the N-th nearest",
                    EmbeddingFacts::nearestRow,
                    Parameter.TOKEN,
                    Parameter.COUNT.orNone()),
            Fact.number(
                    "cosine_of_rows",
                    "the cosine between two tokens' rows of the embedding",
                    (facts, arguments) -> cosine(
                            table(facts).row(arguments.token(0).id()),
                            table(facts).row(arguments.token(1).id())),
                    Parameter.TOKEN,
                    Parameter.TOKEN.called("OTHER")),
            Fact.number(
                    "row_norm",
                    "the length of a token's row of the embedding",
                    (facts, arguments) -> new Decimal(
                            table(facts).row(arguments.token(0).id()).norm(), DECIMALS),
                    Parameter.TOKEN),
            Fact.token(
                    "nearest_row_at_level",
                    "the token whose row of the embedding is nearest to a level's vector, by cosine",
                    EmbeddingFacts::nearestRowAtLevel,
                    Parameter.LEVEL,
                    POS),
            Fact.number(
                    "row_cosine",
                    "the cosine of a level's vector with a token's row of the unembedding",
                    (facts, arguments) -> cosine(residual(facts, arguments, 2), unembedding(facts, arguments.token(1))),
                    Parameter.LEVEL,
                    Parameter.TOKEN,
                    POS),
            Fact.number(
                    "normed_row_cosine",
                    "the same, after the final norm",
                    (facts, arguments) -> cosine(
                            normed(facts, residual(facts, arguments, 2)), unembedding(facts, arguments.token(1))),
                    Parameter.LEVEL,
                    Parameter.TOKEN,
                    POS));

    private EmbeddingFacts() {}

    private static EmbeddingTable table(LiveFacts facts) {
        return facts.model().transformer().embedding();
    }

    private static Vector unembedding(LiveFacts facts, Token token) {
        return facts.model().transformer().unembedding().row(token.id());
    }

    private static FactValue cosine(Vector one, Vector other) {
        return new Decimal(one.cosine(other), DECIMALS);
    }

    private static FactValue nearestRow(LiveFacts facts, Arguments arguments) {
        int most = Math.min(MOST_ROWS, facts.shape().vocabulary() - 1);
        int which = arguments.has(1) ? arguments.count(1, most, "neighbours go from") : 1;
        int id = table(facts).nearest(arguments.token(0).id(), which).getLast().id();
        return new OneToken(facts.model().token(id));
    }

    private static FactValue nearestRowAtLevel(LiveFacts facts, Arguments arguments) {
        int id = table(facts)
                .nearest(residual(facts, arguments, 1), 1)
                .getFirst()
                .id();
        return new OneToken(facts.model().token(id));
    }

    /** @param position index of the argument that may tell it; the level comes first */
    private static Vector residual(LiveFacts facts, Arguments arguments, int position) {
        return facts.trace().residual(arguments.level(0), arguments.positionOrLast(position));
    }

    private static Vector normed(LiveFacts facts, Vector residual) {
        Matrix one = Matrix.of(1, residual.size(), residual.toArray());
        return facts.model().transformer().unembedding().normed(one).row(0);
    }
}
