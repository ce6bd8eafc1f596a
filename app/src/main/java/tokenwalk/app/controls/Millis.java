package tokenwalk.app.controls;

import java.util.Locale;

/** How measured times are written. */
public final class Millis {
    private static final double SHORTEST = 0.01;
    private static final double WHOLE = 100;
    private static final double SECOND = 1000;

    private Millis() {}

    /** @return {@code 0.42 ms}, {@code 14.3 ms}, {@code 212 ms}, {@code 3.2 s}; {@code –} for what was not measured */
    public static String of(double millis) {
        if (Double.isNaN(millis)) {
            return "–";
        }
        if (millis < SHORTEST) {
            return "< 0.01 ms";
        }
        if (millis < 1) {
            return String.format(Locale.ROOT, "%.2f ms", millis);
        }
        if (millis < WHOLE) {
            return String.format(Locale.ROOT, "%.1f ms", millis);
        }
        return millis < SECOND
                ? String.format(Locale.ROOT, "%.0f ms", millis)
                : String.format(Locale.ROOT, "%,.1f s", millis / SECOND);
    }
}
