package tokenwalk.app.background;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Where work runs, and where its results are delivered. */
public final class Background implements AutoCloseable {
    private final ExecutorService worker;
    private final Executor screen;
    private final @Nullable Background aside;
    private @Nullable IdleWork idleWork;
    private @Nullable Future<?> idling;

    /**
     * @param worker one thread; it owns the model, and what could go beside it too
     * @param screen delivers on the FX thread
     */
    public Background(ExecutorService worker, Executor screen) {
        this(worker, screen, null);
    }

    private Background(ExecutorService worker, Executor screen, @Nullable Background aside) {
        this.worker = worker;
        this.screen = screen;
        this.aside = aside;
    }

    /** @return one worker thread for the model, others for what goes beside it, with results on the FX thread */
    public static Background onFxThread() {
        Background aside = new Background(
                Executors.newCachedThreadPool(
                        Thread.ofPlatform().daemon().name("tokenwalk-files-", 1).factory()),
                Platform::runLater);
        return new Background(
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("tokenwalk-model").factory()),
                Platform::runLater,
                aside);
    }

    /** @return where files are opened and fetched, so that the model goes on meanwhile */
    public Background aside() {
        return aside == null ? this : aside;
    }

    public Executor worker() {
        return this::begin;
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
        FutureTask<?> task = new FutureTask<>(() -> {
            try {
                T result = work.call();
                screen.execute(() -> whenDone.accept(result));
            } catch (CancellationException e) {
                // Nobody waits for it any more.
            } catch (OutOfMemoryError e) {
                // What asked for it is gone with it, and all else goes on.
                Exception tooLarge = new IllegalStateException(
                        "There is not enough memory for this. Take a shorter text or a smaller model.", e);
                screen.execute(() -> whenFailed.accept(tooLarge));
            } catch (Exception e) {
                screen.execute(() -> whenFailed.accept(e));
            }
            return null;
        });
        begin(task);
        return task;
    }

    /** Work that nobody waits for. */
    public interface IdleWork {
        /** Goes on until it is done or the thread is interrupted, and then ends within a moment. */
        void run();

        boolean isDone();
    }

    /** Runs work off the FX thread whenever nothing else is to be done, until it is done; in place of such work before. */
    public synchronized void runWhenIdle(IdleWork work) {
        giveWay();
        idleWork = work;
        goOnWhenIdle();
    }

    /** What a closed window still asks for never begins. */
    private synchronized void begin(Runnable work) {
        giveWay();
        execute(work);
        goOnWhenIdle();
    }

    private void giveWay() {
        if (idling != null) {
            idling.cancel(true);
            idling = null;
        }
    }

    /** Behind all that waits. */
    private void goOnWhenIdle() {
        IdleWork work = idleWork;
        if (work != null && work.isDone()) {
            idleWork = null;
        } else if (work != null) {
            FutureTask<?> task = new FutureTask<>(work::run, null);
            idling = task;
            execute(task);
        }
    }

    private void execute(Runnable work) {
        try {
            worker.execute(work);
        } catch (RejectedExecutionException e) {
            if (!worker.isShutdown()) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
        if (aside != null) {
            aside.close();
        }
    }
}
