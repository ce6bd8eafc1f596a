package tokenwalk.app.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    @Test
    void whatAClosedWindowStillAsksForNeverBegins() {
        List<String> done = new ArrayList<>();
        Background background = new Background(Executors.newSingleThreadExecutor(), Runnable::run);
        background.close();
        Future<?> work = background.run(() -> "late", done::add, failure -> done.add(failure.toString()));
        background.worker().execute(() -> done.add("later"));
        assertThat(work.isDone()).isFalse();
        assertThat(done).isEmpty();
    }

    @Test
    void idleWorkGivesWayAndGoesOnAfterwards() throws InterruptedException {
        ExecutorService worker = Executors.newSingleThreadExecutor();
        Background background = new Background(worker, Runnable::run);
        UntilInterrupted idle = new UntilInterrupted();
        background.runWhenIdle(idle);
        assertThat(idle.begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        CountDownLatch delivered = new CountDownLatch(1);

        background.run(() -> "asked for", _ -> delivered.countDown(), failure -> {});

        assertThat(delivered.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(idle.begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        worker.shutdownNow();
        assertThat(worker.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void idleWorkWaitsBehindWhatWasAskedForAndEndsWhenItIsDone() {
        HandRun hand = new HandRun();
        Background background = hand.background();
        List<String> order = new ArrayList<>();
        background.runWhenIdle(new Background.IdleWork() {
            @Override
            public void run() {
                order.add("idle");
            }

            @Override
            public boolean isDone() {
                return order.contains("idle");
            }
        });
        background.run(() -> order.add("first"), _ -> {}, failure -> {});
        background.run(() -> order.add("second"), _ -> {}, failure -> {});
        hand.runAll();
        background.run(() -> order.add("third"), _ -> {}, failure -> {});
        hand.runAll();
        assertThat(order).containsExactly("first", "second", "idle", "third");
    }

    private static final class UntilInterrupted implements Background.IdleWork {
        private final Semaphore begun = new Semaphore(0);

        @Override
        public void run() {
            begun.release();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public boolean isDone() {
            return false;
        }
    }
}
