package tokenwalk.runtime.tensor.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One loop that several threads work on: each takes the next piece until none is left. */
final class SharedLoop {
    /** Nothing to do. */
    static final SharedLoop NONE = new SharedLoop(0, 1, 0, (_, _) -> {});

    private final int count;
    private final int step;
    private final int pieces;
    private final Workers.Part part;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** @param pieces into how many the loop over 0 … count is cut, at multiples of {@code step} */
    SharedLoop(int count, int step, int pieces, Workers.Part part) {
        this.count = count;
        this.step = step;
        this.pieces = pieces;
        this.part = part;
    }

    /** @return whether there is a piece that nobody has taken */
    boolean hasMore() {
        return begun.get() < pieces;
    }

    /** Takes pieces until none is left; what one of them throws is kept, and the others are left out. */
    void work() {
        int piece = begun.getAndIncrement();
        while (piece < pieces) {
            try {
                if (failure.get() == null) {
                    part.run(cut(piece), cut(piece + 1));
                }
            } catch (Throwable thrown) {
                failure.compareAndSet(null, thrown);
            }
            ended.getAndIncrement();
            piece = begun.getAndIncrement();
        }
    }

    /**
     * Waits for the pieces that others took: not for long, since all of them are under way.
     *
     * @param patience nanoseconds after which other programs may have this core
     */
    void awaitEnd(long patience) {
        long since = System.nanoTime();
        while (ended.get() < pieces) {
            if (System.nanoTime() - since < patience) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
    }

    /** Throws what a piece threw, if one did. */
    void throwFailure() {
        switch (failure.get()) {
            case null -> {}
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }

    private int cut(int piece) {
        long steps = ((long) count + step - 1) / step;
        return (int) Math.min(count, steps * piece / pieces * step);
    }
}
