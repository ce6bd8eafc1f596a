package tokenwalk.lessons.lesson;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tokenwalk.lessons.fact.FactValue;
import tokenwalk.lessons.fact.FactValue.Count;
import tokenwalk.lessons.fact.FactValue.Decimal;
import tokenwalk.lessons.fact.FactValue.Id;
import tokenwalk.lessons.fact.FactValue.OneToken;
import tokenwalk.lessons.fact.FactValue.Share;
import tokenwalk.lessons.fact.FactValue.Words;

/**
 * A number as learners of all countries type it: {@code 12345.6}, {@code 12,345.6}, {@code 12.345,6}, {@code 12 345,6},
 * {@code 63.2 %}. Where a comma or a point may part thousands or decimals ({@code 12,345}), both readings count.
 *
 * @param readings what it may mean; none if it is no number
 * @param percent whether a percent sign follows; the readings are divided by 100 already
 */
record TypedNumber(List<BigDecimal> readings, boolean percent) {
    private static final Pattern PLAIN = Pattern.compile("-?(\\d+|\\d*\\.\\d+|\\d+\\.)");
    private static final Pattern GROUPED = Pattern.compile("-?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern BLANKS = Pattern.compile("(?<=\\d)[\\s\\u00A0\\u202F'’](?=\\d{3}(\\D|$))");
    private static final int MOST_CHARACTERS = 40;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Forgives what float64 cannot hold, so that 0.3 is within 0.1 of 0.2. */
    private static final BigDecimal ROUNDING = new BigDecimal("1e-9");

    TypedNumber {
        readings = List.copyOf(readings);
    }

    static TypedNumber of(String typed) {
        String text = strip(typed);
        boolean percent = text.endsWith("%");
        String number = percent ? strip(text.substring(0, text.length() - 1)) : text;
        List<BigDecimal> readings = new ArrayList<>();
        if (number.length() <= MOST_CHARACTERS) {
            String sign = number.replaceFirst("^[−–]", "-").replaceFirst("^\\+", "");
            String joined = BLANKS.matcher(sign).replaceAll("");
            read(joined, readings);
            read(swapped(joined), readings);
        }
        return new TypedNumber(
                readings.stream()
                        .map(value -> percent ? value.divide(HUNDRED) : value)
                        .distinct()
                        .toList(),
                percent);
    }

    private static String strip(String text) {
        return text.replace('\u00A0', ' ').replace('\u202F', ' ').strip();
    }

    /** With comma and point in each other's place, as half of the world writes them. */
    private static String swapped(String number) {
        return number.replace(',', '\0').replace('.', ',').replace('\0', '.');
    }

    private static void read(String number, List<BigDecimal> readings) {
        Matcher plain = PLAIN.matcher(number);
        if (plain.matches()) {
            readings.add(new BigDecimal(number));
        } else if (GROUPED.matcher(number).matches()) {
            readings.add(new BigDecimal(number.replace(",", "")));
        }
    }

    Judgement judge(FactValue expected, double tolerance) {
        if (readings.isEmpty()) {
            return Judgement.unclear("That cannot be read: type a number such as "
                    + (expected instanceof Share
                            ? "63.2 % or 0.632."
                            : expected instanceof Decimal ? "0.632." : "12."));
        }
        if (expected instanceof Share
                && !percent
                && readings.stream().allMatch(value -> value.compareTo(BigDecimal.ONE) > 0)) {
            return Judgement.unclear("A share is at most 1, which is 100 %: type it as 63.2 % or as 0.632.");
        }
        return switch (expected) {
            case Count count -> matches(count.value(), 0, tolerance);
            case Id id -> matches(id.value(), 0, tolerance);
            // Written with one decimal in percent, that is three of a share.
            case Share share -> matches(share.value(), 3, tolerance);
            case Decimal decimal -> matches(decimal.value(), decimal.decimals(), tolerance);
            case OneToken _, Words _ ->
                Judgement.unclear("The lesson expects a number here, but its answer is " + expected.words() + ".");
        };
    }

    /** @param decimals of the number as it stands on screen: typed so, it is right whatever the tolerance */
    private Judgement matches(double expected, int decimals, double tolerance) {
        if (!Double.isFinite(expected)) {
            return Judgement.unclear("There is no right answer here.");
        }
        BigDecimal exact = BigDecimal.valueOf(expected);
        BigDecimal shown = exact.setScale(decimals, RoundingMode.HALF_UP);
        BigDecimal allowed = BigDecimal.valueOf(tolerance).add(ROUNDING);
        return Judgement.of(meant(exact).stream()
                .anyMatch(value -> value.compareTo(shown) == 0
                        || value.subtract(exact).abs().compareTo(allowed) <= 0));
    }

    /** Asked «how many percent», 63.2 and 63.2 % are one answer. */
    private List<BigDecimal> meant(BigDecimal expected) {
        if (!percent || expected.compareTo(BigDecimal.ONE) <= 0 || expected.compareTo(HUNDRED) > 0) {
            return readings;
        }
        return readings.stream().map(value -> value.multiply(HUNDRED)).toList();
    }
}
