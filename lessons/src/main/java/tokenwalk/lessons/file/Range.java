package tokenwalk.lessons.file;

import java.util.function.DoublePredicate;

/**
 * The numbers that make sense somewhere.
 *
 * @param words which they are: «a whole number from 1»
 */
record Range(DoublePredicate holds, String words) {
    static final Range INDEX = wholeFrom(0);
    static final Range POSITION = wholeFrom(1);
    static final Range ANY = new Range(Double::isFinite, "a number");
    static final Range NOT_NEGATIVE = new Range(value -> Double.isFinite(value) && value >= 0, "a number from 0");

    static Range wholeFrom(int least) {
        return new Range(
                value -> value >= least && value <= Integer.MAX_VALUE && isWhole(value),
                "a whole number from " + least);
    }

    static Range whole(int least, int most) {
        return new Range(
                value -> value >= least && value <= most && isWhole(value),
                "a whole number from %,d to %,d".formatted(least, most));
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value);
    }
}
