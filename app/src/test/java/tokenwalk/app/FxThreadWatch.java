package tokenwalk.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/**
 * Finds long work on the FX thread: asks it again and again for its processor time. What passes between two answers is
 * the work between them. Processor time, since on a busy machine the thread may also wait for a processor.
 */
final class FxThreadWatch implements AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** A stretch of work. */
    record Stretch(String during, double millis) {}

    private final List<Stretch> stretches = new ArrayList<>();
    private final Thread asker = Thread.ofPlatform().daemon().name("fx-watch").start(this::watch);
    private volatile String during = "start";
    private volatile boolean done;

    /** Names what is being done from now on. */
    void during(String what) {
        during = what;
    }

    private void watch() {
        long[] before = {-1};
        while (!done) {
            CountDownLatch answered = new CountDownLatch(1);
            String what = during;
            Platform.runLater(() -> {
                long now = THREADS.getCurrentThreadCpuTime();
                if (before[0] >= 0) {
                    stretches.add(new Stretch(what, (now - before[0]) / 1e6));
                }
                before[0] = now;
                answered.countDown();
            });
            try {
                answered.await();
                Thread.sleep(1);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** @return the longest stretches, longest first; asked after {@link #close} */
    List<Stretch> longest(int count) {
        return stretches.stream()
                .sorted((a, b) -> Double.compare(b.millis(), a.millis()))
                .limit(count)
                .toList();
    }

    @Override
    public void close() {
        done = true;
        try {
            asker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
