package tokenwalk.app.library.view;

import java.util.Locale;

/** Bytes as words. */
final class Bytes {
    private Bytes() {}

    static String of(double bytes) {
        if (bytes < 1e6) {
            return String.format(Locale.ROOT, "%,.0f kB", bytes / 1e3);
        }
        return bytes < 1e9
                ? String.format(Locale.ROOT, "%,.0f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%,.2f GB", bytes / 1e9);
    }
}
