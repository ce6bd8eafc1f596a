package tokenwalk.lessons.fact;

import java.util.List;

/**
 * What a lesson says instead of a number or a token that depends on the model or the text, such as {@code best_token} or
 * {@code rank_at_level 28 (best_token)}. Written as the name of a {@link Fact} and its arguments; an argument is a number,
 * a text in single quotes, the name of a fact that needs no arguments, or an expression in parentheses.
 */
public sealed interface Expression {
    /** A number as written. */
    record NumberLiteral(double value) implements Expression {}

    /** A text as written between single quotes, leading space included. */
    record TextLiteral(String text) implements Expression {}

    /** A fact with what it is asked about. */
    record Call(Fact fact, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}
