package tokenwalk.lessons.fact;

import java.util.List;
import java.util.Locale;

/** How large amounts are written: three figures and a unit, as on the screen Cost. */
final class Amount {
    private static final List<String> BYTES = List.of("B", "kB", "MB", "GB", "TB", "PB");
    private static final List<String> COUNTS = List.of("", "thousand", "million", "billion", "trillion", "quadrillion");
    private static final double STEP = 1000;

    private Amount() {}

    /** @return {@code 17.7 MB}; a kB has 1000 bytes */
    static String bytes(double bytes) {
        return written(bytes, BYTES);
    }

    /** @return {@code 56.6 million} */
    static String count(double count) {
        return written(count, COUNTS);
    }

    private static String written(double amount, List<String> units) {
        int unit = 0;
        double left = amount;
        while (left >= STEP && unit < units.size() - 1) {
            left /= STEP;
            unit++;
        }
        String places = unit == 0 || left >= 100 ? "%,.0f %s" : left >= 10 ? "%,.1f %s" : "%,.2f %s";
        return String.format(Locale.ROOT, places, left, units.get(unit)).strip();
    }
}
