package tokenwalk.lessons.fact;

/**
 * What a fact should be.
 *
 * @param words as on screen; empty where only the number is known, and not all decimals of it are certain
 */
record Check(String expression, String words, double number, double tolerance) {
    static Check is(String expression, String words) {
        return new Check(expression, words, Double.NaN, 0);
    }

    static Check near(String expression, double number, double tolerance) {
        return new Check(expression, "", number, tolerance);
    }

    @Override
    public String toString() {
        return expression;
    }
}
