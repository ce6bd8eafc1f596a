package tokenwalk.app.drift.model;

import java.util.Locale;

/** A share of one whole in words. */
public final class Share {
    private Share() {}

    /** @return in per cent, without ever rounding something to nothing or almost all to all */
    public static String words(double share) {
        if (share > 0 && share < 0.005) {
            return "< 1 %";
        }
        boolean almostAll = share > 0.99 && share < 1;
        return String.format(Locale.ROOT, almostAll ? "%.1f %%" : "%.0f %%", 100 * share);
    }
}
