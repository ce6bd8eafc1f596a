package tokenwalk.runtime.tensor.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A few threads that share one loop. The calling thread takes a part itself; idle workers use no CPU. */
public final class Workers {
    /** A part of a loop: {@code from} inclusive, {@code to} exclusive. */
    @FunctionalInterface
    public interface Part {
        void run(int from, int to);
    }

    private final int threads;
    private final ExecutorService helpers;

    /** @throws IllegalArgumentException if fewer than one thread is asked for */
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread is needed, not " + threads + ".");
        }
        this.threads = threads;
        this.helpers = Executors.newFixedThreadPool(
                Math.max(1, threads - 1),
                Thread.ofPlatform().daemon().name("tokenwalk-worker-", 1).factory());
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
     * Runs {@code part} over 0 … count, cut into one piece a thread, and returns when all are done.
     *
     * @param step pieces begin at multiples of it
     */
    public void share(int count, int step, Part part) {
        int pieces = Math.min(threads, (count + step - 1) / step);
        if (pieces <= 1) {
            part.run(0, count);
            return;
        }
        List<Future<?>> others = new ArrayList<>(pieces - 1);
        for (int piece = 1; piece < pieces; piece++) {
            int from = cut(count, step, piece, pieces);
            int to = cut(count, step, piece + 1, pieces);
            others.add(helpers.submit(() -> part.run(from, to)));
        }
        try {
            part.run(0, cut(count, step, 1, pieces));
        } finally {
            others.forEach(Workers::await);
        }
    }

    private static int cut(int count, int step, int piece, int pieces) {
        long steps = (count + step - 1) / step;
        return (int) Math.min(count, steps * piece / pieces * step);
    }

    private static void await(Future<?> other) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    other.get();
                    return;
                } catch (InterruptedException e) {
                    // The parts are short and write to shared arrays: let them end, then pass the wish on.
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
