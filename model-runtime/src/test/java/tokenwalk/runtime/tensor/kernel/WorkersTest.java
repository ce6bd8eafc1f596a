package tokenwalk.runtime.tensor.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WorkersTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void eachNumberIsDoneOnceAndPiecesBeginAtTheStep(int threads) {
        Workers workers = new Workers(threads);
        for (int count : new int[] {1, 15, 16, 17, 100, 1000}) {
            int[] done = new int[count];
            Set<Integer> begins = ConcurrentHashMap.newKeySet();
            workers.share(count, 16, (from, to) -> {
                begins.add(from);
                for (int i = from; i < to; i++) {
                    done[i]++;
                }
            });
            assertThat(done).containsOnly(1);
            assertThat(begins).hasSizeLessThanOrEqualTo(threads).allMatch(begin -> begin % 16 == 0);
            int[] taken = new int[count];
            workers.shareOneByOne(count, (from, to) -> {
                for (int i = from; i < to; i++) {
                    taken[i]++;
                }
            });
            assertThat(taken).containsOnly(1);
        }
    }

    @Test
    void severalThreadsTakePart() {
        Workers workers = new Workers(3);
        CyclicBarrier allThere = new CyclicBarrier(3);
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        workers.share(3, 1, (_, _) -> {
            seen.add(Thread.currentThread());
            meet(allThere);
        });
        assertThat(seen).hasSize(3).contains(Thread.currentThread());
    }

    @Test
    void itemsOfUnevenLengthAreTakenByWhoeverIsFree() {
        Workers workers = new Workers(2);
        CountDownLatch othersDone = new CountDownLatch(9);
        workers.shareOneByOne(10, (from, to) -> {
            assertThat(to).isEqualTo(from + 1);
            if (from == 0) {
                // Ends only if the other thread takes all the rest.
                await(othersDone);
            } else {
                othersDone.countDown();
            }
        });
        assertThat(othersDone.getCount()).isZero();
    }

    @Test
    void whatAPartThrowsReachesTheCallerAndTheNextLoopRuns() {
        Workers workers = new Workers(2);
        for (int bad = 0; bad < 8; bad++) {
            int thrower = bad;
            IllegalArgumentException failure = new IllegalArgumentException("piece " + bad);
            assertThatThrownBy(() -> workers.shareOneByOne(8, (from, _) -> {
                        if (from == thrower) {
                            throw failure;
                        }
                    }))
                    .isSameAs(failure);
            assertThatThrownBy(() -> workers.shareOneByOne(8, (from, _) -> {
                        if (from == thrower) {
                            throw new OutOfMemoryError();
                        }
                    }))
                    .isInstanceOf(OutOfMemoryError.class);
            assertThat(sum(workers, 1000)).isEqualTo(499_500);
        }
    }

    @Test
    void anInterruptIsPassedOnAndTheLoopEnds() {
        Workers workers = new Workers(2);
        Thread.currentThread().interrupt();
        long sum = sum(workers, 1000);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(sum).isEqualTo(499_500);
    }

    @Test
    void loopsWithinLoopsAreRun() {
        Workers workers = new Workers(3);
        LongAdder total = new LongAdder();
        workers.share(20, 1, (from, to) -> {
            for (int i = from; i < to; i++) {
                total.add(sum(workers, 100));
            }
        });
        assertThat(total.sum()).isEqualTo(20 * 4950);
    }

    @Test
    void twoThreadsMayShareAtOnce() throws Exception {
        Workers workers = new Workers(2);
        CyclicBarrier start = new CyclicBarrier(3);
        Callable<Void> task = () -> {
            meet(start);
            for (int i = 0; i < 2000; i++) {
                assertThat(sum(workers, 200)).isEqualTo(19_900);
            }
            return null;
        };
        try (ExecutorService callers = Executors.newFixedThreadPool(3)) {
            for (Future<Void> caller : callers.invokeAll(Collections.nCopies(3, task))) {
                caller.get();
            }
        }
    }

    @Test
    void idleWorkersUseNoCpu() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Set<Thread> helpers = ConcurrentHashMap.newKeySet();
        Workers workers = new Workers(3);
        CyclicBarrier allThere = new CyclicBarrier(3);
        workers.share(3, 1, (_, _) -> {
            helpers.add(Thread.currentThread());
            meet(allThere);
        });
        helpers.remove(Thread.currentThread());
        assertThat(helpers).hasSize(2);
        sum(workers, 1000);
        helpers.forEach(WorkersTest::awaitSleep);
        long before = cpuTime(threads, helpers);

        LockSupport.parkNanos(Duration.ofMillis(500).toNanos());

        assertThat(cpuTime(threads, helpers) - before).isLessThan(TimeUnit.MILLISECONDS.toNanos(100));
        assertThat(sum(workers, 1000)).isEqualTo(499_500);
    }

    @Test
    void aSleepingWorkerIsWokenEachTime() {
        Workers workers = new Workers(2);
        for (int round = 0; round < 20; round++) {
            CyclicBarrier both = new CyclicBarrier(2);
            List<Thread> taking = Collections.synchronizedList(new ArrayList<>());
            workers.share(2, 1, (_, _) -> {
                taking.add(Thread.currentThread());
                meet(both);
            });
            taking.stream().filter(thread -> thread != Thread.currentThread()).forEach(WorkersTest::awaitSleep);
        }
    }

    @Test
    void noThreadAtAllIsRefused() {
        assertThatThrownBy(() -> new Workers(0)).hasMessageContaining("At least one thread");
    }

    private static long sum(Workers workers, int count) {
        long[] values = new long[count];
        workers.share(count, 1, (from, to) -> {
            for (int i = from; i < to; i++) {
                values[i] = i;
            }
        });
        return Arrays.stream(values).sum();
    }

    private static long cpuTime(ThreadMXBean bean, Set<Thread> threads) {
        return threads.stream()
                .mapToLong(thread -> bean.getThreadCpuTime(thread.threadId()))
                .sum();
    }

    private static void awaitSleep(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
