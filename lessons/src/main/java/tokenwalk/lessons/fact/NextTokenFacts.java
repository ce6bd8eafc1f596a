package tokenwalk.lessons.fact;

import java.util.List;
import tokenwalk.lessons.fact.FactValue.Count;
import tokenwalk.lessons.fact.FactValue.Decimal;
import tokenwalk.lessons.fact.FactValue.OneToken;
import tokenwalk.lessons.fact.FactValue.Share;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.SamplingPolicy;

/** What may follow the text, and how temperature, top-k and top-p change it. */
final class NextTokenFacts {
    private static final Parameter TEMPERATURE = Parameter.NUMBER.called("T");
    private static final Parameter TOP_K = Parameter.COUNT.called("K");
    private static final Parameter TOP_P = Parameter.NUMBER.called("P");

    static final List<Fact> ALL = List.of(
            Fact.token("best_token", "the token with the highest logit", (facts, _) -> token(facts, 0)),
            Fact.number("best_probability", "its probability", (facts, _) -> share(facts, 0)),
            Fact.number("best_logit", "its logit", (facts, _) -> logit(facts, 0)),
            Fact.token(
                    "nth_best",
                    "the N-th best token",
                    (facts, arguments) -> token(facts, rank(facts, arguments)),
                    Parameter.COUNT),
            Fact.number(
                    "nth_probability",
                    "its probability",
                    (facts, arguments) -> share(facts, rank(facts, arguments)),
                    Parameter.COUNT),
            Fact.number(
                    "nth_logit",
                    "its logit",
                    (facts, arguments) -> logit(facts, rank(facts, arguments)),
                    Parameter.COUNT),
            Fact.number(
                    "probability_of",
                    "a token's probability",
                    (facts, arguments) -> share(facts, rankOf(facts, arguments, 0)),
                    Parameter.TOKEN),
            Fact.number(
                    "logit_of",
                    "a token's logit",
                    (facts, arguments) -> logit(facts, rankOf(facts, arguments, 0)),
                    Parameter.TOKEN),
            Fact.number(
                    "rank_of",
                    "a token's rank; 1 is the best",
                    (facts, arguments) -> new Count(rankOf(facts, arguments, 0) + 1L),
                    Parameter.TOKEN),
            Fact.number(
                    "best_probability_at",
                    "the best token's probability at a temperature",
                    (facts, arguments) -> new Share(at(facts, arguments, 0).softmax(0)),
                    TEMPERATURE),
            Fact.number(
                    "probability_at",
                    "a token's probability at a temperature",
                    (facts, arguments) -> new Share(at(facts, arguments, 0).softmax(rankOf(facts, arguments, 1))),
                    TEMPERATURE,
                    Parameter.TOKEN),
            Fact.number(
                    "share_of_top_k",
                    "the probability of the K best tokens together; at temperature 1 or T",
                    NextTokenFacts::shareOfTopK,
                    TOP_K,
                    TEMPERATURE.orNone()),
            Fact.number(
                    "probability_in_top_k",
                    "a token's probability when only the K best stay; at temperature 1 or T",
                    (facts, arguments) -> new Share(filtered(facts, arguments, topK(facts, arguments))
                            .probability(rankOf(facts, arguments, 1))),
                    TOP_K,
                    Parameter.TOKEN,
                    TEMPERATURE.orNone()),
            Fact.number(
                    "kept_by_top_p",
                    "how many tokens top-p keeps; at temperature 1 or T",
                    (facts, arguments) -> new Count(facts.distribution(policy(arguments, 1, 0, arguments.number(0)))
                            .kept()),
                    TOP_P,
                    TEMPERATURE.orNone()),
            Fact.number(
                    "probability_in_top_p",
                    "a token's probability when only those stay that top-p keeps; at temperature 1 or T",
                    (facts, arguments) -> new Share(facts.distribution(policy(arguments, 2, 0, arguments.number(0)))
                            .probability(rankOf(facts, arguments, 1))),
                    TOP_P,
                    Parameter.TOKEN,
                    TEMPERATURE.orNone()),
            Fact.number(
                    "entropy",
                    "how open the choice is, in bits; at temperature 1 or T",
                    (facts, arguments) -> new Decimal(
                            facts.distribution(policy(arguments, 0, 0, 1)).entropy(), 2),
                    TEMPERATURE.orNone()));

    private NextTokenFacts() {}

    private static FactValue token(LiveFacts facts, int rank) {
        return new OneToken(facts.model().token(facts.ranked().tokenId(rank)));
    }

    private static FactValue share(LiveFacts facts, int rank) {
        return new Share(facts.distribution(SamplingPolicy.DEFAULT).softmax(rank));
    }

    private static FactValue logit(LiveFacts facts, int rank) {
        return new Decimal(facts.ranked().logit(rank), 3);
    }

    /** Counted from 0. */
    private static int rank(LiveFacts facts, Arguments arguments) {
        return arguments.count(0, facts.ranked().size(), "ranks go from") - 1;
    }

    private static int rankOf(LiveFacts facts, Arguments arguments, int index) {
        return facts.ranked().rank(arguments.token(index).id());
    }

    private static Distribution at(LiveFacts facts, Arguments arguments, int index) {
        return facts.distribution(policy(arguments, index, 0, 1));
    }

    private static FactValue shareOfTopK(LiveFacts facts, Arguments arguments) {
        Distribution distribution = facts.distribution(policy(arguments, 1, topK(facts, arguments), 1));
        return new Share(1 - distribution.massCutByTopK());
    }

    private static int topK(LiveFacts facts, Arguments arguments) {
        return arguments.count(0, facts.ranked().size(), "top-k goes from");
    }

    private static Distribution filtered(LiveFacts facts, Arguments arguments, int topK) {
        return facts.distribution(policy(arguments, 2, topK, 1));
    }

    /** @param temperature index of the argument that may tell it */
    private static SamplingPolicy policy(Arguments arguments, int temperature, int topK, double topP) {
        return new SamplingPolicy(arguments.has(temperature) ? arguments.number(temperature) : 1, topK, topP);
    }
}
