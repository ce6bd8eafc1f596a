package tokenwalk.runtime.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RateTest {
    private static final Instant START = Instant.EPOCH;

    private final Rate rate = new Rate();

    @Test
    void isUnknownAtFirst() {
        rate.update(START, 500);
        rate.update(START.plusMillis(10), 900);

        assertThat(rate.perSecond()).isEmpty();
    }

    @Test
    void whatWasThereBeforeDoesNotCount() {
        rate.update(START, 1_000_000);
        rate.update(START.plusSeconds(1), 1_000_100);

        assertThat(rate.perSecond()).hasValue(100);
    }

    @Test
    void followsAChangeByAndBy() {
        rate.update(START, 0);
        rate.update(START.plusSeconds(1), 100);
        rate.update(START.plusSeconds(4), 100);

        // Three seconds without a byte, at a fading of three seconds.
        assertThat(rate.perSecond().orElseThrow()).isCloseTo(100 / Math.E, within(1e-9));
    }

    @Test
    void aFileBegunAnewIsNoNegativeRate() {
        rate.update(START, 0);
        rate.update(START.plusSeconds(1), 100);
        rate.update(START.plusSeconds(2), 0);
        rate.update(START.plusSeconds(3), 100);

        assertThat(rate.perSecond().orElseThrow()).isCloseTo(100, within(1e-9));
    }

    @Test
    void theTimeLeftFollowsFromIt() {
        assertThat(new DownloadProgress("a", 400, 1_000, OptionalDouble.of(50), Optional.empty()).timeLeft())
                .contains(Duration.ofSeconds(12));
        assertThat(new DownloadProgress("a", 400, 1_000, OptionalDouble.empty(), Optional.empty()).timeLeft())
                .isEmpty();
    }
}
