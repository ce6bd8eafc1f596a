package tokenwalk.app.library.model;

import java.util.OptionalDouble;

/** What happens to a model in the library. */
public sealed interface Activity {
    /** Nothing. */
    record None() implements Activity {}

    /**
     * It is being fetched.
     *
     * @param bytes that are there, of so many
     * @param bytesPerSecond over the last seconds; none at first
     * @param notice what stands in the way just now; empty if nothing does
     */
    record Fetching(long bytes, long allBytes, OptionalDouble bytesPerSecond, String notice) implements Activity {
        /** @return seconds until all is there, at the present rate */
        public OptionalDouble secondsLeft() {
            return bytesPerSecond.isPresent() && bytesPerSecond.getAsDouble() > 0
                    ? OptionalDouble.of((allBytes - bytes) / bytesPerSecond.getAsDouble())
                    : OptionalDouble.empty();
        }
    }

    /** The user was asked whether its files shall go. */
    record AskingRemoval() implements Activity {}

    /** It could not be fetched or removed. The message says why and what to do. */
    record Failed(String message) implements Activity {}
}
