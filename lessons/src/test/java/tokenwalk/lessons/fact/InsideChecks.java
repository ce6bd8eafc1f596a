package tokenwalk.lessons.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static tokenwalk.lessons.fact.Check.is;
import static tokenwalk.lessons.fact.Check.near;

import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.sampling.RankedLogits;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.transformer.EmbeddingTable;

/** What facts should be that look into the model: lens, attention, lengths, rows, losses. */
final class InsideChecks {
    private static final LanguageModel MODEL = BundledFacts.MODEL;
    private static final LiveFacts FACTS = BundledFacts.of(Reference.TEXT, 0);
    private static final Reference REFERENCE = Reference.read();
    private static final int PARIS = 7042;
    private static final int LAST = 11;

    private InsideChecks() {}

    static Stream<Check> all() {
        return Stream.of(lens(), attention(), lengths(), rows(), training()).flatMap(checks -> checks);
    }

    private static Stream<Check> lens() {
        return Stream.concat(
                IntStream.of(0, 1, 15, 28, 29, 30)
                        .boxed()
                        .flatMap(level -> Stream.of(
                                lensToken("token_at_level " + level, level, LAST),
                                lensToken("token_at_level " + level + " 5", level, 4),
                                near("best_probability_at_level " + level, lensShare(level), 5e-3))),
                Stream.of(
                        is("nth_at_level 2 30", "␣capital"),
                        is("nth_at_level 2 28", "␣Paris"),
                        near("probability_at_level 28 ' capital'", lensShare(28), 5e-3),
                        is("rank_at_level 28 ' Paris'", "2"),
                        is("rank_at_level 30 ' Paris'", "1"),
                        near("rank_at_level 20 ' Paris'", rank(20), 0.05 * rank(20)),
                        is("rank_at_level 30 ' Berlin' 5", "1"),
                        near("logit_at_level 30 ' Paris'", REFERENCE.logits()[PARIS], 0.02),
                        is("first_level_leading ' Paris'", "30"),
                        is("first_level_leading ' capital'", String.valueOf(firstLevelOf(" capital"))),
                        is("level_leading_from ' Paris'", "30"),
                        is("first_level_within 2 ' Paris'", "28"),
                        is("last_level_beyond 1000 ' Paris'", "23"),
                        is("best_rank ' Paris'", "1"),
                        is("level_of_best_rank ' Paris'", "30"),
                        is("levels_led ' Paris'", "1"),
                        is("levels_led ' capital'", String.valueOf(levelsOf(" capital")))));
    }

    private static Check lensToken(String expression, int level, int position) {
        int id = REFERENCE.lens(level, position).get(0).getAsInt();
        return is(expression, VisibleText.of(MODEL.token(id)));
    }

    private static double lensShare(int level) {
        return REFERENCE.lens(level, LAST).get(2).getAsDouble();
    }

    private static int firstLevelOf(String token) {
        return IntStream.rangeClosed(0, 30)
                .filter(level ->
                        REFERENCE.lens(level, LAST).get(1).getAsString().equals(token))
                .findFirst()
                .orElseThrow();
    }

    private static long levelsOf(String token) {
        return IntStream.rangeClosed(0, 30)
                .filter(level ->
                        REFERENCE.lens(level, LAST).get(1).getAsString().equals(token))
                .count();
    }

    private static int rank(int level) {
        Vector logits = MODEL.transformer().unembedding().logits(REFERENCE.residual(level, LAST));
        return RankedLogits.of(logits).rank(PARIS) + 1;
    }

    private static Stream<Check> attention() {
        Vector weights = REFERENCE.attention(16, 4, LAST);
        return Stream.of(
                near("attention 16 4 12 11", weights.at(10), 1e-3),
                is("attention 16 4 5 6", "0 %"),
                near("attention_without_first 16 4 12 11", weights.at(10) / (1 - weights.at(0)), 2e-3),
                near("first_token_share 16 4 12", weights.at(0), 1e-3),
                is(
                        "head_looking_most 20 last 10",
                        largest(9, head -> REFERENCE.attention(20, head, LAST).at(9))),
                is(
                        "layer_looking_most last 11",
                        String.valueOf(Integer.parseInt(largest(
                                        270,
                                        i -> REFERENCE
                                                .attention(i / 9, i % 9, LAST)
                                                .at(10)))
                                / 9)),
                is("most_looked_at 16 4 last", "11"),
                near("average_first_token_share", averageFirst(LAST), 1e-3),
                near("average_first_token_share 5", averageFirst(4), 1e-3),
                near("query_times_key 16 4 12 11", product(10), 0.05),
                near("scaled_score 16 4 12 11", product(10) / 8, 0.01),
                near("value_length 16 4 11", REFERENCE.value(16, 1, 10).norm(), 0.01));
    }

    private static String largest(int count, IntToDoubleFunction measure) {
        return String.valueOf(IntStream.range(0, count)
                .boxed()
                .max(Comparator.comparingDouble(measure::applyAsDouble))
                .orElseThrow());
    }

    private static double averageFirst(int position) {
        return IntStream.range(0, 270)
                .mapToDouble(i -> REFERENCE.attention(i / 9, i % 9, position).at(0))
                .average()
                .orElseThrow();
    }

    /** Of the first token's weight and another's, the difference of scores is the logarithm of their ratio. */
    private static double product(int to) {
        Vector weights = REFERENCE.attention(16, 4, LAST);
        double first = ((FactValue.Decimal) FACTS.value(Expressions.parse("query_times_key 16 4 12 1"))).value();
        return first + 8 * Math.log(weights.at(to) / weights.at(0));
    }

    private static Stream<Check> lengths() {
        Vector last = REFERENCE.residual(28, LAST);
        Vector first = REFERENCE.residual(28, 0);
        double[] norms = IntStream.range(0, 12)
                .mapToDouble(i -> REFERENCE.residual(28, i).norm())
                .sorted()
                .toArray();
        Vector one = REFERENCE.residual(10, 1);
        Vector other = REFERENCE.residual(10, 8);
        double cosine = one.cosine(other);
        return Stream.of(
                near("norm 28 last", last.norm(), 1e-3 * last.norm()),
                near("norm_ratio 28 1 last", first.norm() / last.norm(), 0.5),
                near("norm_over_median 28 1", first.norm() / ((norms[5] + norms[6]) / 2), 0.5),
                is("cosine 0 2 0 9", "1.000"),
                near("cosine 10 2 10 9", cosine, 1e-3),
                near(
                        "distance 10 2 9",
                        Math.sqrt(one.dot(one) + other.dot(other) - 2 * one.dot(other)),
                        2e-3 * one.norm()),
                is("distance 0 2 9", "0.0"),
                is("first_level_apart 2 9 0.95", String.valueOf(apart(0.95))));
    }

    private static int apart(double limit) {
        return IntStream.rangeClosed(0, 30)
                .filter(level -> REFERENCE.residual(level, 1).cosine(REFERENCE.residual(level, 8)) < limit)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Check> rows() {
        Vector germany = REFERENCE.residual(0, 3);
        Vector france = REFERENCE.residual(0, 10);
        Vector end = REFERENCE.residual(30, LAST);
        return Stream.of(
                // The rows are what enters block 0.
                near("row_norm ' France'", france.norm(), 1e-3),
                near("cosine_of_rows ' Germany' ' France'", germany.cosine(france), 1e-3),
                is("nearest_row ' France'", nearestTo(france)),
                is("nearest_row ' France' 1", nearestTo(france)),
                is("nearest_row_at_level 0 4", "␣Germany"),
                near("row_cosine 0 ' Germany' 4", 1, 1e-3),
                near(
                        "row_cosine 30 ' Paris'",
                        end.cosine(MODEL.transformer().unembedding().row(PARIS)),
                        1e-3),
                near("normed_row_cosine 30 ' Paris'", normedCosine(end), 1e-3));
    }

    private static String nearestTo(Vector france) {
        EmbeddingTable table = MODEL.transformer().embedding();
        int id = IntStream.range(0, table.vocabulary())
                .filter(other -> other
                        != MODEL.tokenizer()
                                .vocabulary()
                                .find(" France")
                                .orElseThrow()
                                .id())
                .boxed()
                .max(Comparator.comparingDouble(other -> table.row(other).cosine(france)))
                .orElseThrow();
        return VisibleText.of(MODEL.token(id));
    }

    /** A logit is a dot product: divided by both lengths it is the cosine. */
    private static double normedCosine(Vector end) {
        Vector normed = FACTS.text().trace().finalVector(LAST);
        assertThat(end.size()).isEqualTo(normed.size());
        return REFERENCE.logits()[PARIS]
                / (normed.norm() * MODEL.transformer().unembedding().row(PARIS).norm());
    }

    private static Stream<Check> training() {
        double mean = IntStream.rangeClosed(1, LAST)
                .mapToDouble(REFERENCE::loss)
                .average()
                .orElseThrow();
        return Stream.of(
                near("loss 6", REFERENCE.loss(5), 0.02),
                near("loss 2", REFERENCE.loss(1), 0.02),
                near("loss last", REFERENCE.loss(LAST), 0.02),
                near("probability_of_nth 6", REFERENCE.top(4, 0).get(2).getAsDouble(), 5e-3),
                is("guess_of_nth 6", "␣Berlin"),
                is("prediction_at 5", "␣Berlin"),
                is("prediction_at last", "␣Paris"),
                near("mean_loss", mean, 0.02),
                near("perplexity", Math.exp(mean), 0.15),
                is("dearest_position", "2"),
                is("even_loss", "10.803"));
    }
}
