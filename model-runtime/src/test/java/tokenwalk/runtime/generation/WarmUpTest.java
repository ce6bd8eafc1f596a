package tokenwalk.runtime.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tokenwalk.runtime.GoldenModels;

class WarmUpTest {
    private static final long MILLISECOND = 1_000_000;

    private final AtomicLong time = new AtomicLong();
    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void itEndsWhenTheTimeOfARoundSettles() {
        List<Integer> millis = List.of(400, 200, 50, 20, 18, 10, 10, 11, 10, 10, 10, 10, 10);
        WarmUp warmUp = taking(millis);
        warmUp.run();
        assertThat(warmUp.isDone()).isTrue();
        // The sixth is the last that is faster; five more show that it stays so.
        assertThat(rounds).hasValue(11);
    }

    @Test
    void itEndsAfterAWhileEvenIfRoundsGoOnGettingFaster() {
        WarmUp warmUp = taking(List.of(900, 500, 300, 200, 100, 50));
        warmUp.run();
        assertThat(warmUp.isDone()).isTrue();
        assertThat(rounds).hasValue(3);
    }

    @Test
    void anInterruptEndsItAtOnceAndItIsTakenUpAgain() {
        WarmUp warmUp = new WarmUp(
                () -> {
                    time.addAndGet(10 * MILLISECOND);
                    if (rounds.incrementAndGet() == 2) {
                        Thread.currentThread().interrupt();
                        throw new CancellationException();
                    }
                },
                time::get);
        warmUp.run();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(rounds).hasValue(2);
        assertThat(warmUp.isDone()).isFalse();
        warmUp.run();
        assertThat(warmUp.isDone()).isTrue();
    }

    @Test
    void nothingIsReadOnAThreadThatIsInterruptedAlready() {
        WarmUp warmUp = taking(List.of());
        Thread.currentThread().interrupt();
        warmUp.run();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(rounds).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bundled", "tiny-gpt2", "tiny-llama-hf"})
    void itWarmsARealModel(String name) {
        WarmUp warmUp = new WarmUp(GoldenModels.named(name));
        warmUp.run();
        assertThat(warmUp.isDone()).isTrue();
    }

    private WarmUp taking(List<Integer> millis) {
        return new WarmUp(() -> time.addAndGet(millis.get(rounds.getAndIncrement()) * MILLISECOND), time::get);
    }
}
