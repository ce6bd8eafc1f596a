package tokenwalk.lessons.fact;

/** Reads expressions and computes them. */
public final class Expressions {
    private Expressions() {}

    /**
     * @param text an expression as written in a lesson, without the braces
     * @throws FactException if it is none; the message names what is unknown and the nearest known name
     */
    public static Expression parse(String text) {
        throw new FactException("not built yet: " + text);
    }

    /**
     * Computes an expression; may take a tenth of a second, so not on the FX thread.
     *
     * @throws FactException if it has no value for this model and text
     */
    public static FactValue evaluate(Expression expression, ReadText text) {
        throw new FactException("not built yet: " + expression + text.promptLength());
    }
}
