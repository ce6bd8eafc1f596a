package tokenwalk.lessons.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import tokenwalk.lessons.fact.FactValue.Count;
import tokenwalk.lessons.fact.FactValue.Decimal;
import tokenwalk.lessons.fact.FactValue.Share;
import tokenwalk.lessons.fact.FactValue.Words;

/** Arithmetic with other facts, and how its results are written. */
final class SumFacts {
    private static final Parameter A = Parameter.NUMBER.called("A");
    private static final Parameter B = Parameter.NUMBER.called("B");
    private static final Parameter X = Parameter.NUMBER;

    /** Decimals of a result that nobody rounded. */
    private static final int DECIMALS = 2;

    private static final int MOST_DECIMALS = 9;

    /** Up to here float64 holds every whole number. */
    private static final double MOST_WHOLE = 1L << 53;

    static final List<Fact> ALL = List.of(
            sum("plus", "A + B", (a, b) -> a + b),
            sum("minus", "A − B", (a, b) -> a - b),
            sum("times", "A · B", (a, b) -> a * b),
            Fact.number(
                    "divided",
                    "A ÷ B",
                    (_, arguments) ->
                            new Decimal(arguments.finite(arguments.number(0) / arguments.number(1)), DECIMALS),
                    A,
                    B),
            of("exp", "e to the power of X", Math::exp),
            of("ln", "the natural logarithm of X", Math::log),
            of("sqrt", "the square root of X", Math::sqrt),
            Fact.number(
                    "rounded",
                    "X, rounded to N decimals",
                    (_, arguments) ->
                            rounded(arguments.number(1), arguments.whole(0, 0, MOST_DECIMALS, "decimals go from")),
                    Parameter.NUMBER.called("N"),
                    X),
            Fact.number(
                    "percent",
                    "X, written in percent: 0.5 is 50.0 %",
                    (_, arguments) -> new Share(arguments.number(0)),
                    X),
            Fact.words(
                    "in_words",
                    "X, written with three figures: 56.6 million",
                    (_, arguments) -> new Words(Amount.count(arguments.number(0))),
                    X),
            Fact.words(
                    "in_bytes",
                    "X bytes, written with three figures: 17.7 MB",
                    (_, arguments) -> new Words(Amount.bytes(arguments.number(0))),
                    X));

    private SumFacts() {}

    private static Fact of(String name, String meaning, DoubleUnaryOperator operator) {
        return Fact.number(
                name,
                meaning,
                (_, arguments) ->
                        new Decimal(arguments.finite(operator.applyAsDouble(arguments.number(0))), DECIMALS + 1),
                X);
    }

    private static Fact sum(String name, String meaning, DoubleBinaryOperator operator) {
        return Fact.number(
                name,
                meaning,
                (_, arguments) -> alike(
                        arguments.value(0),
                        arguments.value(1),
                        arguments.finite(operator.applyAsDouble(arguments.number(0), arguments.number(1)))),
                A,
                B);
    }

    private static FactValue rounded(double number, int decimals) {
        double rounded = BigDecimal.valueOf(number)
                .setScale(decimals, RoundingMode.HALF_UP)
                .doubleValue();
        return decimals == 0 && Math.abs(rounded) <= MOST_WHOLE
                ? new Count((long) rounded)
                : new Decimal(rounded, decimals);
    }

    /** Whole numbers make a whole number, shares a share; all else has the decimals of what it was made of. */
    private static FactValue alike(FactValue a, FactValue b, double result) {
        if (a instanceof Share && b instanceof Share) {
            return new Share(result);
        }
        if (decimals(a) == 0 && decimals(b) == 0 && Math.abs(result) <= MOST_WHOLE) {
            return new Count((long) result);
        }
        return new Decimal(result, Math.max(decimals(a), decimals(b)));
    }

    private static int decimals(FactValue value) {
        return switch (value) {
            case Decimal decimal -> decimal.decimals();
            case Share _ -> DECIMALS;
            default -> 0;
        };
    }
}
