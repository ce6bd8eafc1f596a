package tokenwalk.runtime.tensor.kernel;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that share one loop after the other. The calling thread takes pieces itself; the others look out for the
 * next loop for a moment, since a token's loops follow each other within microseconds, and then sleep: idle workers use no
 * CPU.
 *
 * <p>Any thread may share a loop at any time. While one loop is under way, another one, nested or of another thread, is run
 * by its caller alone.
 */
public final class Workers {
    /** A part of a loop: {@code from} inclusive, {@code to} exclusive. */
    @FunctionalInterface
    public interface Part {
        void run(int from, int to);
    }

    /** Longer than any pause between two loops of one token; waking a sleeping thread takes about as long. */
    private static final long LOOKOUT_NANOS = 100_000;

    private final int threads;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private @Nullable List<Worker> others;
    private volatile SharedLoop loop = SharedLoop.NONE;

    /** @throws IllegalArgumentException if fewer than one thread is asked for */
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread is needed, not " + threads + ".");
        }
        this.threads = threads;
    }

    /** @return as many threads as help here: all cores, but one is left for the window where there are more than two */
    public static int defaultThreads() {
        int cores = Runtime.getRuntime().availableProcessors();
        return cores > 2 ? cores - 1 : cores;
    }

    public int threads() {
        return threads;
    }

    /**
     * Runs {@code part} over 0 … count, cut into one piece a thread, and returns when all are done: long pieces go through
     * memory faster than short ones.
     *
     * <p>What a part throws reaches the caller, who finds all threads at rest then; pieces not begun by then are left out.
     *
     * @param step pieces begin at multiples of it
     */
    public void share(int count, int step, Part part) {
        run(count, step, (int) Math.min(threads, ((long) count + step - 1) / step), part);
    }

    /**
     * As {@link #share}, for items of which some take longer than others: each thread takes one after the other, the first
     * ones first.
     */
    public void shareOneByOne(int count, Part part) {
        run(count, 1, count, part);
    }

    private void run(int count, int step, int pieces, Part part) {
        if (threads == 1 || pieces <= 1 || !underWay.compareAndSet(false, true)) {
            part.run(0, count);
            return;
        }
        SharedLoop shared = new SharedLoop(count, step, pieces, part);
        try {
            List<Worker> awaiting = others();
            loop = shared;
            awaiting.forEach(Worker::wake);
            shared.work();
            shared.awaitEnd(LOOKOUT_NANOS);
        } finally {
            // The arrays that the loop refers to must not live until the next one.
            loop = SharedLoop.NONE;
            underWay.set(false);
        }
        shared.throwFailure();
    }

    /** The other threads, started when there is something to do for the first time. */
    private List<Worker> others() {
        List<Worker> started = others;
        if (started == null) {
            started = IntStream.range(1, threads).mapToObj(_ -> new Worker()).toList();
            started.forEach(Worker::start);
            others = started;
        }
        return started;
    }

    /** One of the other threads. */
    private final class Worker implements Runnable {
        private final Thread thread =
                Thread.ofPlatform().daemon().name("tokenwalk-worker").unstarted(this);
        private volatile boolean asleep;

        void start() {
            thread.start();
        }

        void wake() {
            if (asleep) {
                asleep = false;
                LockSupport.unpark(thread);
            }
        }

        @Override
        public void run() {
            while (true) {
                nextLoop().work();
            }
        }

        private SharedLoop nextLoop() {
            long since = System.nanoTime();
            while (true) {
                SharedLoop now = loop;
                if (now.hasMore()) {
                    return now;
                }
                if (System.nanoTime() - since < LOOKOUT_NANOS) {
                    Thread.onSpinWait();
                } else {
                    sleep();
                    since = System.nanoTime();
                }
            }
        }

        private void sleep() {
            asleep = true;
            // Whoever shares a loop publishes it first and looks for sleepers then: one of the two sees the other.
            if (!loop.hasMore()) {
                LockSupport.park(Workers.this);
            }
            asleep = false;
            // Nobody has anything to interrupt here; a flag left standing would end each sleep at once.
            boolean _ = Thread.interrupted();
        }
    }
}
