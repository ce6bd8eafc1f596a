package tokenwalk.app.controls;

import java.util.Locale;

/** How numbers with a sign are written: with a true minus. */
public final class SignedNumber {
    private SignedNumber() {}

    /** @return {@code −0.482}; a plus is not written */
    public static String of(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value).replace('-', '−');
    }

    /** @return {@code +8.9} or {@code −8.9} */
    public static String marked(double value, int places) {
        return String.format(Locale.ROOT, "%+." + places + "f", value).replace('-', '−');
    }
}
