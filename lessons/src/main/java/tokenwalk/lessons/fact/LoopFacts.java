package tokenwalk.lessons.fact;

import java.util.List;
import java.util.stream.Collectors;
import tokenwalk.lessons.fact.FactValue.Count;
import tokenwalk.lessons.fact.FactValue.Decimal;
import tokenwalk.lessons.fact.FactValue.Words;
import tokenwalk.runtime.generation.Generator;
import tokenwalk.runtime.generation.StopRules;

/** How the loop ends, and what a guess without knowledge costs. */
final class LoopFacts {
    private static final int MOST_STEPS = 100;

    static final List<Fact> ALL = List.of(
            Fact.words("end_tokens", "the tokens that end a text, the lowest id first", (facts, _) -> endTokens(facts)),
            Fact.number(
                    "steps_until",
                    "how many best tokens follow the prompt until they hold a text; at most N, and an end token ends it"
                            + " too. Each is a pass of the model",
                    LoopFacts::stepsUntil,
                    Parameter.TEXT,
                    Parameter.COUNT),
            Fact.number(
                    "even_loss",
                    "ln of the vocabulary: the loss of a guess that gives every token the same",
                    (facts, _) -> new Decimal(Math.log(facts.shape().vocabulary()), 3)));

    private LoopFacts() {}

    private static FactValue endTokens(LiveFacts facts) {
        return new Words(facts.model().endOfText().stream()
                .sorted()
                .map(facts.model()::token)
                .map(VisibleText::of)
                .collect(Collectors.joining(", ")));
    }

    private static FactValue stepsUntil(LiveFacts facts, Arguments arguments) {
        String wanted = arguments.text(0);
        if (wanted.isEmpty()) {
            throw arguments.fails("takes at least one character");
        }
        StopRules rules = new StopRules(
                facts.model().endOfText(),
                List.of(wanted),
                arguments.count(1, MOST_STEPS, "steps go from"),
                facts.shape().contextLength());
        return new Count(Generator.best(facts.model())
                .generate(facts.trace().tokens().subList(0, facts.text().promptLength()), rules, _ -> {})
                .tokens()
                .size());
    }
}
