package tokenwalk.app.background;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Work of which only the newest counts: newer work cancels older, and a late result is dropped. FX thread only. */
public final class Lane {
    private final Background background;
    private @Nullable Future<?> running;
    private long newest;

    public Lane(Background background) {
        this.background = background;
    }

    /** Runs work; its result, or failure, is delivered on the FX thread unless newer work was asked for. */
    public <T> void run(Callable<T> work, Consumer<T> whenDone, Consumer<Exception> whenFailed) {
        cancel();
        long request = newest;
        running = background.run(
                work,
                result -> {
                    if (request == newest) {
                        whenDone.accept(result);
                    }
                },
                failure -> {
                    if (request == newest) {
                        whenFailed.accept(failure);
                    }
                });
    }

    /** Drops what is under way. */
    public void cancel() {
        newest++;
        if (running != null) {
            running.cancel(true);
            running = null;
        }
    }
}
