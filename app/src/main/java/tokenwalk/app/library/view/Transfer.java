package tokenwalk.app.library.view;

import tokenwalk.app.library.model.Activity;

/** A download in words. */
final class Transfer {
    private Transfer() {}

    /** @return how much is there, how fast it comes, and how long it will take; or what stands in the way */
    static String words(Activity.Fetching now) {
        String there = "%s of %s".formatted(Bytes.of(now.bytes()), Bytes.of(now.allBytes()));
        if (!now.notice().isEmpty()) {
            return there + " · " + now.notice();
        }
        String rate = now.bytesPerSecond().isEmpty()
                ? ""
                : " · " + Bytes.of(now.bytesPerSecond().getAsDouble()) + " a second";
        return there
                + rate
                + (now.secondsLeft().isEmpty()
                        ? ""
                        : " · " + left(now.secondsLeft().getAsDouble()));
    }

    private static String left(double seconds) {
        if (seconds < 5) {
            return "a few seconds left";
        }
        return seconds < 90
                ? "%.0f seconds left".formatted(seconds)
                : seconds < 5400
                        ? "%.0f minutes left".formatted(seconds / 60)
                        : "%.1f hours left".formatted(seconds / 3600);
    }
}
