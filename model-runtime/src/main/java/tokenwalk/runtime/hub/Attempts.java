package tokenwalk.runtime.hub;

import java.time.Duration;
import java.util.function.Consumer;

/** Tries again after growing pauses, and at last no more. */
final class Attempts {
    private static final int MOST = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final Time time;
    private final Consumer<String> notices;
    private int failed;

    /** @param notices told before each pause: what happened, and how long it is */
    Attempts(Time time, Consumer<String> notices) {
        this.time = time;
        this.notices = notices;
    }

    /** What went wrong before was got over: pauses are short again. */
    void succeeded() {
        failed = 0;
    }

    /** @throws DownloadFailure if that was the last attempt, or the pause the server asks for is too long */
    void pauseAfter(BrokenTransfer broken) throws InterruptedException {
        failed++;
        if (failed >= MOST) {
            throw DownloadFailure.gaveUp(broken, MOST);
        }
        Duration own = FIRST_PAUSE.multipliedBy(1L << (failed - 1));
        Duration pause =
                broken.askedPause().filter(asked -> asked.compareTo(own) > 0).orElse(own);
        if (pause.compareTo(LONGEST_PAUSE) > 0) {
            throw DownloadFailure.longPause(broken, pause);
        }
        notices.accept("%s. Trying again in %d s.".formatted(broken.sentence(), pause.toSeconds()));
        time.sleep(pause);
    }
}
