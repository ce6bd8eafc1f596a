package tokenwalk.app.background;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Where work runs, and where its results are delivered. */
public final class Background implements AutoCloseable {
    private final ExecutorService worker;
    private final Executor screen;

    /**
     * @param worker one thread; it owns the model
     * @param screen delivers on the FX thread
     */
    public Background(ExecutorService worker, Executor screen) {
        this.worker = worker;
        this.screen = screen;
    }

    /** @return one worker thread, with results on the FX thread */
    public static Background onFxThread() {
        return new Background(
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("tokenwalk-model").factory()),
                Platform::runLater);
    }

    public Executor worker() {
        return worker;
    }

    public Executor screen() {
        return screen;
    }

    /** @return an executor that delivers on the FX thread after a pause */
    public Executor after(long millis) {
        return command -> CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, screen)
                .execute(command);
    }

    /**
     * Runs work off the FX thread.
     *
     * @param whenFailed given what went wrong; not called for work that was cancelled
     * @return cancels the work: what has not begun never begins, what runs is interrupted
     */
    <T> Future<?> run(Callable<T> work, Consumer<T> whenDone, Consumer<Exception> whenFailed) {
        return worker.submit(() -> {
            try {
                T result = work.call();
                screen.execute(() -> whenDone.accept(result));
            } catch (CancellationException e) {
                // Nobody waits for it any more.
            } catch (OutOfMemoryError e) {
                // What asked for it is gone with it, and all else goes on.
                Exception tooLarge = new IllegalStateException(
                        "There is not enough memory for so long a text. Take a shorter one.", e);
                screen.execute(() -> whenFailed.accept(tooLarge));
            } catch (Exception e) {
                screen.execute(() -> whenFailed.accept(e));
            }
        });
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
