package tokenwalk.lessons.fact;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tokenwalk.lessons.fact.FactValue.Count;
import tokenwalk.lessons.fact.FactValue.Decimal;
import tokenwalk.lessons.fact.FactValue.OneToken;
import tokenwalk.lessons.fact.FactValue.Share;
import tokenwalk.runtime.lens.Candidate;

/** What each level would say if it were the last. Of the last token, where no position is given. */
final class LensFacts {
    private static final Parameter POS = Parameter.POS.orNone();
    private static final Parameter RANK = Parameter.COUNT.called("RANK");

    static final List<Fact> ALL = List.of(
            Fact.token(
                    "token_at_level",
                    "the best token of a level",
                    (facts, arguments) -> best(facts, 1, arguments.level(0), arguments.positionOrLast(1)),
                    Parameter.LEVEL,
                    POS),
            Fact.token(
                    "nth_at_level",
                    "the N-th best token of a level",
                    (facts, arguments) -> best(
                            facts,
                            arguments.count(0, facts.shape().vocabulary(), "ranks go from"),
                            arguments.level(1),
                            arguments.positionOrLast(2)),
                    Parameter.COUNT,
                    Parameter.LEVEL,
                    POS),
            Fact.number(
                    "best_probability_at_level",
                    "the probability that a level gives its best token",
                    (facts, arguments) -> new Share(facts.lens()
                            .best(arguments.level(0), arguments.positionOrLast(1), 1)
                            .getFirst()
                            .probability()),
                    Parameter.LEVEL,
                    POS),
            Fact.number(
                    "probability_at_level",
                    "the probability that a level gives a token",
                    (facts, arguments) -> new Share(standing(facts, arguments).probability()),
                    Parameter.LEVEL,
                    Parameter.TOKEN,
                    POS),
            Fact.number(
                    "rank_at_level",
                    "a token's rank at a level; 1 is the best",
                    (facts, arguments) -> new Count(standing(facts, arguments).rank()),
                    Parameter.LEVEL,
                    Parameter.TOKEN,
                    POS),
            Fact.number(
                    "logit_at_level",
                    "a token's logit at a level",
                    (facts, arguments) -> new Decimal(
                            facts.lens()
                                    .logits(arguments.level(0), arguments.positionOrLast(2))
                                    .at(arguments.token(1).id()),
                            3),
                    Parameter.LEVEL,
                    Parameter.TOKEN,
                    POS),
            Fact.number(
                    "first_level_leading",
                    "the first level at which a token ranks 1",
                    (facts, arguments) -> firstLevel(facts, arguments, 0, rank -> rank == 1),
                    Parameter.TOKEN,
                    POS),
            Fact.number(
                    "level_leading_from",
                    "the level from which on a token ranks 1, up to the last",
                    (facts, arguments) -> leadingFrom(ranks(facts, arguments, 0), arguments),
                    Parameter.TOKEN,
                    POS),
            Fact.number(
                    "first_level_within",
                    "the first level at which a token ranks RANK or better",
                    (facts, arguments) -> firstLevel(facts, arguments, 1, rank -> rank <= limit(facts, arguments)),
                    RANK,
                    Parameter.TOKEN,
                    POS),
            Fact.number(
                    "last_level_beyond",
                    "the last level at which a token ranks worse than RANK",
                    LensFacts::lastLevelBeyond,
                    RANK,
                    Parameter.TOKEN,
                    POS),
            Fact.number(
                    "best_rank",
                    "the best rank a token has at any level",
                    (facts, arguments) -> new Count(lowest(ranks(facts, arguments, 0))),
                    Parameter.TOKEN,
                    POS),
            Fact.number(
                    "level_of_best_rank",
                    "the first level at which it has it",
                    (facts, arguments) -> {
                        List<Integer> ranks = ranks(facts, arguments, 0);
                        return new Count(ranks.indexOf(lowest(ranks)));
                    },
                    Parameter.TOKEN,
                    POS),
            Fact.number(
                    "levels_led",
                    "at how many levels a token ranks 1",
                    (facts, arguments) -> new Count(ranks(facts, arguments, 0).stream()
                            .filter(rank -> rank == 1)
                            .count()),
                    Parameter.TOKEN,
                    POS));

    private LensFacts() {}

    private static FactValue best(LiveFacts facts, int rank, int level, int position) {
        return new OneToken(facts.model()
                .token(facts.lens().best(level, position, rank).getLast().id()));
    }

    private static Candidate standing(LiveFacts facts, Arguments arguments) {
        return facts.lens()
                .standing(
                        arguments.level(0),
                        arguments.positionOrLast(2),
                        arguments.token(1).id());
    }

    /** @param token index of the argument that names the token; a position may follow it */
    private static List<Integer> ranks(LiveFacts facts, Arguments arguments, int token) {
        return facts
                .lens()
                .path(
                        arguments.positionOrLast(token + 1),
                        arguments.token(token).id())
                .stream()
                .map(Candidate::rank)
                .toList();
    }

    private static int limit(LiveFacts facts, Arguments arguments) {
        return arguments.count(0, facts.shape().vocabulary(), "ranks go from");
    }

    private static FactValue firstLevel(LiveFacts facts, Arguments arguments, int token, IntPredicate wanted) {
        List<Integer> ranks = ranks(facts, arguments, token);
        return IntStream.range(0, ranks.size())
                .filter(level -> wanted.test(ranks.get(level)))
                .mapToObj(Count::new)
                .findFirst()
                .orElseThrow(() -> arguments.fails("no level does; " + nearest(ranks)));
    }

    private static FactValue leadingFrom(List<Integer> ranks, Arguments arguments) {
        int level = ranks.size();
        while (level > 0 && ranks.get(level - 1) == 1) {
            level--;
        }
        if (level == ranks.size()) {
            throw arguments.fails("it does not rank 1 at the last level; " + nearest(ranks));
        }
        return new Count(level);
    }

    private static FactValue lastLevelBeyond(LiveFacts facts, Arguments arguments) {
        List<Integer> ranks = ranks(facts, arguments, 1);
        int level = ranks.size() - 1;
        while (level >= 0 && ranks.get(level) <= limit(facts, arguments)) {
            level--;
        }
        if (level < 0) {
            throw arguments.fails("it ranks that well at every level");
        }
        return new Count(level);
    }

    private static String nearest(List<Integer> ranks) {
        int best = lowest(ranks);
        return "the token comes nearest at level %d, as number %,d".formatted(ranks.indexOf(best), best);
    }

    private static int lowest(List<Integer> ranks) {
        return ranks.stream().mapToInt(Integer::intValue).min().orElseThrow();
    }
}
