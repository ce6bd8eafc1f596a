package tokenwalk.runtime.hub;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a download is.
 *
 * @param file the file that is being loaded
 * @param bytes how much of all files is here
 * @param of how much all files are
 * @param bytesPerSecond smoothed; none before it was measured
 * @param notice something that went wrong and is being got over, for the user; told once
 */
public record DownloadProgress(
        String file, long bytes, long of, OptionalDouble bytesPerSecond, Optional<String> notice) {

    /** @return how long the rest takes at this rate; none while there is no rate */
    public Optional<Duration> timeLeft() {
        return bytesPerSecond.isPresent() && bytesPerSecond.getAsDouble() >= 1
                ? Optional.of(Duration.ofSeconds(Math.round((of - bytes) / bytesPerSecond.getAsDouble())))
                : Optional.empty();
    }

    /** @return from 0 to 1 */
    public double fraction() {
        return of == 0 ? 0 : (double) bytes / of;
    }
}
