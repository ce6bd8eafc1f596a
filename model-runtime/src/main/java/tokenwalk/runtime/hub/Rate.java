package tokenwalk.runtime.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Bytes per second, smoothed: each reading weighs by the time it covers, and fades over some seconds. */
final class Rate {
    private static final double FADING_SECONDS = 3;
    /** Shorter stretches say more about buffers than about the line. */
    private static final Duration SHORTEST = Duration.ofMillis(250);

    private @Nullable Instant before;
    private long bytesBefore;
    private double perSecond = Double.NaN;

    /** What is here by now; fewer than before, after a file was begun anew, count from there. */
    void update(Instant now, long bytes) {
        Duration passed = before == null ? Duration.ZERO : Duration.between(before, now);
        if (before == null || bytes < bytesBefore || passed.isNegative()) {
            before = now;
            bytesBefore = bytes;
        } else if (passed.compareTo(SHORTEST) >= 0) {
            double seconds = passed.toNanos() / 1e9;
            double measured = (bytes - bytesBefore) / seconds;
            double weight = 1 - Math.exp(-seconds / FADING_SECONDS);
            perSecond = Double.isNaN(perSecond) ? measured : perSecond + weight * (measured - perSecond);
            before = now;
            bytesBefore = bytes;
        }
    }

    /** @return none before enough was measured */
    OptionalDouble perSecond() {
        return Double.isNaN(perSecond) ? OptionalDouble.empty() : OptionalDouble.of(perSecond);
    }
}
