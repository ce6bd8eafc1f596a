package tokenwalk.app.controls;

import java.util.Locale;

/** How shares are written. A share that is small but there never reads as nothing. */
public final class Percent {
    private static final double TENTH = 0.001;
    private static final double WHOLE = 0.01;

    private Percent() {}

    /**
     * @param share 0…1
     * @return one decimal place, {@code 97.6 %}; {@code < 0.1 %} for less than can be written so, {@code 0 %} for none
     */
    public static String of(double share) {
        if (share <= 0) {
            return "0 %";
        }
        return share < TENTH ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /**
     * @param share 0…1
     * @return no decimal place and no space, for below a chip: {@code 16%}, {@code <1%}, {@code 0%} for none
     */
    public static String brief(double share) {
        if (share <= 0) {
            return "0%";
        }
        return share < WHOLE ? "<1%" : Math.round(share * 100) + "%";
    }
}
