package tokenwalk.app.background;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** Work that waits until the test lets it run, on the test's own thread. */
public final class HandRun extends AbstractExecutorService {
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    public Background background() {
        return new Background(this, Runnable::run);
    }

    /** Runs everything that waits, and what that asks for. */
    public void runAll() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    /** Runs what has waited longest. */
    public void runOne() {
        waiting.removeFirst().run();
    }

    @Override
    public void execute(Runnable command) {
        waiting.addLast(command);
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        return Collections.emptyList();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
