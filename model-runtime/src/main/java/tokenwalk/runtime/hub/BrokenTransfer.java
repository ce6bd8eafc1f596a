package tokenwalk.runtime.hub;

import java.time.Duration;
import java.util.Optional;

/** Something went wrong on the way that may go right the next time. The message is a sentence without its full stop. */
final class BrokenTransfer extends Exception {
    private static final long serialVersionUID = 1;

    /** What the next attempt has to begin with. */
    enum Next {
        GO_ON,
        /** What was received cannot be gone on from. */
        START_OVER,
        /** Nobody was met at all; before anything was loaded it is no use to wait. */
        FIND_HOST
    }

    private final Next next;

    @SuppressWarnings("serial") // never written anywhere
    private final Optional<Duration> askedPause;

    private BrokenTransfer(String message, Next next, Optional<Duration> askedPause) {
        super(message);
        this.next = next;
        this.askedPause = askedPause;
    }

    static BrokenTransfer dropped(String message) {
        return new BrokenTransfer(message, Next.GO_ON, Optional.empty());
    }

    static BrokenTransfer startOver(String message) {
        return new BrokenTransfer(message, Next.START_OVER, Optional.empty());
    }

    static BrokenTransfer unreachable(String message) {
        return new BrokenTransfer(message, Next.FIND_HOST, Optional.empty());
    }

    static BrokenTransfer busy(String message, Optional<Duration> askedPause) {
        return new BrokenTransfer(message, Next.GO_ON, askedPause);
    }

    Next next() {
        return next;
    }

    /** @return how long the server asks to wait */
    Optional<Duration> askedPause() {
        return askedPause;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
