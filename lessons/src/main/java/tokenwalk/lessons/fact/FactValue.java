package tokenwalk.lessons.fact;

import java.util.Locale;
import tokenwalk.runtime.token.Token;

/** What an expression comes to. Its words are written as the screens write them. */
public sealed interface FactValue {
    /** @return as written on screen: {@code 49,152}, {@code 97.6 %}, {@code −0.482}, {@code ␣Paris} */
    String words();

    /** A whole number: a count, a position, a layer. Written with thousands separators. */
    record Count(long value) implements FactValue {
        @Override
        public String words() {
            return String.format(Locale.ROOT, "%,d", value).replace('-', '−');
        }
    }

    /** A token's number in the vocabulary: a name, not an amount, so without separators. */
    record Id(int value) implements FactValue {
        @Override
        public String words() {
            return Integer.toString(value);
        }
    }

    /** A part of one, written in percent: «97.6 %», «< 0.1 %». */
    record Share(double value) implements FactValue {
        private static final double TENTH = 0.001;

        @Override
        public String words() {
            if (value < 0) {
                return "−" + new Share(-value).words();
            }
            if (value == 0) {
                return "0 %";
            }
            return value < TENTH ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", value * 100);
        }
    }

    /** Any other number, and with how many decimals it is written. */
    record Decimal(double value, int decimals) implements FactValue {
        @Override
        public String words() {
            return String.format(Locale.ROOT, "%,." + decimals + "f", value).replace('-', '−');
        }
    }

    /** A token of the vocabulary, written as a chip is. */
    record OneToken(Token token) implements FactValue {
        @Override
        public String words() {
            return VisibleText.of(token);
        }
    }

    /** Words. */
    record Words(String text) implements FactValue {
        @Override
        public String words() {
            return text;
        }
    }
}
