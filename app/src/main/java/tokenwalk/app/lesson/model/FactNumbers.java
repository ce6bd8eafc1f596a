package tokenwalk.app.lesson.model;

import tokenwalk.lessons.fact.FactException;
import tokenwalk.lessons.fact.FactValue;

/** Computed facts as what a state or a task needs. */
final class FactNumbers {
    private FactNumbers() {}

    /** @throws FactException if the value is no whole number */
    static int whole(FactValue value) {
        return switch (value) {
            case FactValue.Count count -> Math.toIntExact(count.value());
            case FactValue.Id id -> id.value();
            case FactValue.Decimal decimal when decimal.value() == Math.rint(decimal.value()) -> (int) decimal.value();
            case FactValue.Decimal _, FactValue.Share _, FactValue.OneToken _, FactValue.Words _ ->
                throw new FactException("A layer, head, token or level is a whole number, but this comes to "
                        + value.words() + ". Use an expression that counts.");
        };
    }

    /** @throws FactException if the value is no text */
    static String words(FactValue value) {
        return switch (value) {
            case FactValue.Words words -> words.text();
            case FactValue.OneToken token -> token.token().text();
            case FactValue.Count _, FactValue.Id _, FactValue.Decimal _, FactValue.Share _ ->
                throw new FactException("A text is wanted, but this comes to " + value.words() + ".");
        };
    }
}
