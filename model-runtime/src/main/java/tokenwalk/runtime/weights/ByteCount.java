package tokenwalk.runtime.weights;

import java.util.Locale;

/** How many bytes, as people read it. */
public final class ByteCount {
    private static final long MEGABYTE = 1_000_000;
    private static final long GIGABYTE = 1_000 * MEGABYTE;

    private ByteCount() {}

    /** @return such as «0.4 MB», «548.1 MB» or «2.2 GB», in powers of ten, as disks are sold */
    public static String text(long bytes) {
        return bytes < GIGABYTE ? in(bytes, MEGABYTE, "MB") : in(bytes, GIGABYTE, "GB");
    }

    private static String in(long bytes, long unit, String name) {
        return String.format(Locale.ROOT, "%.1f %s", (double) bytes / unit, name);
    }
}
