package tokenwalk.lessons.fact;

import tokenwalk.runtime.token.Token;

/** What an expression comes to. Its words are written as the screens write them. */
public sealed interface FactValue {
    /** A whole number: a count, a position, a layer. Written with thousands separators. */
    record Count(long value) implements FactValue {}

    /** A part of one, written in percent: «97.6 %», «< 0.1 %». */
    record Share(double value) implements FactValue {}

    /** Any other number, and with how many decimals it is written. */
    record Decimal(double value, int decimals) implements FactValue {}

    /** A token of the vocabulary, written as a chip is. */
    record OneToken(Token token) implements FactValue {}

    /** Words. */
    record Words(String text) implements FactValue {}
}
