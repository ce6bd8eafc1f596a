package tokenwalk.lessons.lesson;

import java.util.Optional;
import tokenwalk.lessons.fact.Expression;
import tokenwalk.lessons.fact.FactException;
import tokenwalk.lessons.fact.FactValue;
import tokenwalk.lessons.fact.FactValue.OneToken;
import tokenwalk.lessons.fact.FactValue.Words;
import tokenwalk.lessons.fact.LiveFacts;
import tokenwalk.lessons.fact.VisibleText;
import tokenwalk.lessons.lesson.Judgement.Outcome;
import tokenwalk.runtime.token.Token;

/** Judges answers by what the model and the text say. Whatever was typed gets a judgement, never an exception. */
public final class Judge {
    private Judge() {}

    /**
     * Computes what is expected; may take a tenth of a second, so not on the FX thread.
     *
     * @return the number or the token expected; nothing for open questions and for choices
     * @throws FactException if this model and text have none
     */
    public static Optional<FactValue> expected(Answer answer, LiveFacts facts) {
        return switch (answer) {
            case Answer.Open _, Answer.Choice _ -> Optional.empty();
            case Answer.Numeric number -> Optional.of(facts.value(number.value()));
            case Answer.OneToken token -> Optional.of(token(token.token(), facts));
        };
    }

    /** A text that is a token is shown as one. */
    private static FactValue token(Expression expression, LiveFacts facts) {
        FactValue value = facts.value(expression);
        if (!(value instanceof Words words)) {
            return value;
        }
        return facts.text()
                .model()
                .tokenizer()
                .vocabulary()
                .find(words.text())
                .<FactValue>map(OneToken::new)
                .orElse(words);
    }

    /** As the other, with what is expected computed from the facts; not on the FX thread. */
    public static Judgement of(Answer answer, LiveFacts facts, String given) {
        try {
            return of(answer, expected(answer, facts), given);
        } catch (FactException e) {
            return Judgement.unclear("There is no right answer here: " + e.getMessage());
        }
    }

    /**
     * @param expected as {@link #expected} says
     * @param given what was typed; for a choice its number, counted from 1
     */
    public static Judgement of(Answer answer, Optional<FactValue> expected, String given) {
        return switch (answer) {
            case Answer.Open _ ->
                given.isBlank()
                        ? Judgement.unclear("Type a few words, then compare.")
                        : new Judgement(Outcome.OPEN, "");
            case Answer.Choice choice -> choice(choice, given);
            case Answer.Numeric number ->
                expected.map(value -> TypedNumber.of(given).judge(value, number.tolerance()))
                        .orElseGet(Judge::nothingExpected);
            case Answer.OneToken _ ->
                expected.map(value -> typedToken(value, given)).orElseGet(Judge::nothingExpected);
        };
    }

    /** Judges a token that was clicked: here the space before it counts, since the chip has one or has none. */
    public static Judgement clicked(Optional<FactValue> expected, Token token) {
        return expected.map(value -> Judgement.of(
                        value instanceof OneToken one
                                ? one.token().id() == token.id()
                                : value.words().equals(token.text())))
                .orElseGet(Judge::nothingExpected);
    }

    private static Judgement nothingExpected() {
        return Judgement.unclear("There is no right answer here.");
    }

    private static Judgement choice(Answer.Choice choice, String given) {
        try {
            int number = Integer.parseInt(given.strip());
            if (number >= 1 && number <= choice.choices().size()) {
                return Judgement.of(number - 1 == choice.correct());
            }
        } catch (NumberFormatException e) {
            // Told below: no number is as wrong as one too large.
        }
        return Judgement.unclear(
                "Choose one of the answers, 1 to " + choice.choices().size() + ".");
    }

    private static Judgement typedToken(FactValue expected, String given) {
        String wanted =
                expected instanceof OneToken one ? VisibleText.of(one.token()) : VisibleText.of(expected.words());
        String typed = VisibleText.of(given);
        if (typed.equals(wanted)) {
            return Judgement.of(true);
        }
        if (bare(typed).isEmpty()) {
            return Judgement.unclear("Type a token, such as Paris; a blank is written ␣.");
        }
        return Judgement.of(bare(typed).equals(bare(wanted)) || unquoted(typed).equals(bare(wanted)));
    }

    /** Without the blanks around it, which one need not type. */
    private static String bare(String visible) {
        return visible.replace('␣', ' ').strip().replace(' ', '␣');
    }

    /** Without the quotes in which lessons write tokens. */
    private static String unquoted(String visible) {
        String bare = bare(visible);
        boolean quoted = bare.length() > 2
                && "'\"`".indexOf(bare.charAt(0)) >= 0
                && bare.charAt(0) == bare.charAt(bare.length() - 1);
        return quoted ? bare(bare.substring(1, bare.length() - 1)) : bare;
    }
}
