package tokenwalk.lessons.fact;

/** Reads expressions and computes them. */
public final class Expressions {
    private Expressions() {}

    /**
     * @param text an expression as written in a lesson, without the braces
     * @throws FactException if it is none; the message names what is unknown and the nearest known name
     */
    public static Expression parse(String text) {
        return new ExpressionReader(text).read();
    }

    /**
     * Computes one expression; may take a tenth of a second, so not on the FX thread. Several of one text are computed
     * faster by one {@link LiveFacts}.
     *
     * @throws FactException if it has no value for this model and text
     */
    public static FactValue evaluate(Expression expression, ReadText text) {
        return new LiveFacts(text).value(expression);
    }
}
