package tokenwalk.runtime.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that is a little later at each look, and never makes anybody wait. Used by one thread. */
final class FakeTime implements Time {
    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");

    @Override
    public Instant instant() {
        now = now.plusMillis(300);
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        pauses.add(duration);
        now = now.plus(duration);
    }

    /** @return the seconds of each pause */
    List<Long> pauses() {
        return pauses.stream().map(Duration::toSeconds).toList();
    }
}
