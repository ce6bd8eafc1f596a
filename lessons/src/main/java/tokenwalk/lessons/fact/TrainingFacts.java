package tokenwalk.lessons.fact;

import java.util.List;
import tokenwalk.lessons.fact.FactValue.Count;
import tokenwalk.lessons.fact.FactValue.Decimal;
import tokenwalk.lessons.fact.FactValue.OneToken;
import tokenwalk.lessons.fact.FactValue.Share;

/** What the model said at each position about the token that came next. POS is the token that was guessed. */
final class TrainingFacts {
    static final List<Fact> ALL = List.of(
            Fact.number(
                    "loss",
                    "what the model pays for a token, given those before it: −ln p",
                    (facts, arguments) -> new Decimal(facts.losses().at(guessed(arguments)), 3),
                    Parameter.POS),
            Fact.number(
                    "probability_of_nth",
                    "the probability that the model gave to a token, given those before it",
                    (facts, arguments) -> new Share(Math.exp(-facts.losses().at(guessed(arguments)))),
                    Parameter.POS),
            Fact.token(
                    "guess_of_nth",
                    "the token that the model would have said in a token's place",
                    (facts, arguments) -> {
                        int position = guessed(arguments) - 1;
                        return new OneToken(facts.model()
                                .token(facts.lens()
                                        .best(facts.shape().layers(), position, 1)
                                        .getFirst()
                                        .id()));
                    },
                    Parameter.POS),
            Fact.token(
                    "prediction_at",
                    "the token that the model predicts after a token",
                    (facts, arguments) -> new OneToken(facts.model()
                            .token(facts.lens()
                                    .best(facts.shape().layers(), arguments.position(0), 1)
                                    .getFirst()
                                    .id())),
                    Parameter.POS),
            Fact.number(
                    "mean_loss",
                    "the mean loss of all tokens but the first",
                    (facts, arguments) -> new Decimal(mean(facts, arguments), 4)),
            Fact.number(
                    "perplexity",
                    "e to the mean loss: among so many tokens of the same chance it might as well choose",
                    (facts, arguments) -> new Decimal(Math.exp(mean(facts, arguments)), 2)),
            Fact.number("dearest_position", "the position of the token with the highest loss", (facts, arguments) -> {
                mean(facts, arguments);
                return new Count(facts.losses().dearest() + 1L);
            }));

    private TrainingFacts() {}

    private static int guessed(Arguments arguments) {
        int position = arguments.position(0);
        if (position == 0) {
            throw arguments.fails(
                    "the first token is not guessed, since nothing stands before it; tokens 2 and on are");
        }
        return position;
    }

    private static double mean(LiveFacts facts, Arguments arguments) {
        if (facts.losses().count() == 0) {
            throw arguments.fails("the text has one token, so nothing is guessed; type at least two words");
        }
        return facts.losses().mean();
    }
}
