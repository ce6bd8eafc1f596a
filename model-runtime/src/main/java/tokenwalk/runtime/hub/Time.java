package tokenwalk.runtime.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock, and waiting by it; tests pass their own and wait for nothing. */
interface Time extends InstantSource {
    Time REAL = new Time() {
        @Override
        public Instant instant() {
            return InstantSource.system().instant();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Thread.sleep(duration);
        }
    };

    void sleep(Duration duration) throws InterruptedException;
}
