package tokenwalk.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tokenwalk.app.LiveApp;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.runtime.token.Token;

/** A text of 512 tokens on every screen: the window stays alive and the memory bounded. */
@ExtendWith(ApplicationExtension.class)
class LongTextTest {
    private static final int LENGTH = 512;
    /** A wide margin for a slow computer with other work; a screen takes well under a second. */
    private static final long LONGEST_FREEZE_MILLIS = 3000;

    private static final long MOST_BYTES = 2L << 30;

    private LiveApp app;

    @Start
    void start(Stage stage) {
        app = new LiveApp(stage);
    }

    @BeforeEach
    void settle() {
        app.settle();
    }

    @AfterEach
    void close() {
        app.close();
    }

    /** Asks the FX thread again and again for an answer, and keeps the longest wait. */
    private static final class Pulse implements AutoCloseable {
        private final AtomicLong longest = new AtomicLong();
        private final AtomicLong mostBytes = new AtomicLong();
        private final Thread thread = Thread.ofPlatform().daemon().start(this::beat);

        private void beat() {
            while (!Thread.currentThread().isInterrupted()) {
                long asked = System.nanoTime();
                java.util.concurrent.CountDownLatch answered = new java.util.concurrent.CountDownLatch(1);
                Platform.runLater(answered::countDown);
                try {
                    answered.await();
                    long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
                    longest.accumulateAndGet(waited, Math::max);
                    mostBytes.accumulateAndGet(used(), Math::max);
                    TimeUnit.MILLISECONDS.sleep(5);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long kept() {
        System.gc();
        return used();
    }

    private String text() {
        String story = IntStream.range(0, 200)
                .mapToObj(i -> "The capital of Germany is Berlin, said traveller " + i + ". ")
                .collect(Collectors.joining());
        List<Token> tokens = app.model().tokenizer().encode(story).subList(0, LENGTH);
        return tokens.stream().map(Token::text).collect(Collectors.joining());
    }

    @Test
    void everyScreenOpensWithoutFreezing() throws TimeoutException {
        String text = text();
        Map<ScreenId, Long> freezes = new LinkedHashMap<>();
        Map<ScreenId, Long> opened = new LinkedHashMap<>();
        long mostUsed = 0;
        long mostKept = 0;
        try (Pulse reading = new Pulse()) {
            app.act(() -> app.shared().session().showText(text));
            WaitForAsyncUtils.waitFor(
                    60,
                    TimeUnit.SECONDS,
                    () -> app.get(() -> Objects.requireNonNull(
                                            app.shared().session().reading())
                                    .trace()
                                    .length())
                            == LENGTH);
            app.settle();
            assertThat(reading.longest.get()).as("reading").isLessThan(LONGEST_FREEZE_MILLIS);
        }
        for (ScreenId screen : ScreenId.values()) {
            try (Pulse pulse = new Pulse()) {
                long begin = System.nanoTime();
                app.act(() -> app.shared().navigation().open(screen));
                app.settle();
                opened.put(screen, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
                app.picture("long-" + screen.name().toLowerCase(java.util.Locale.ROOT));
                app.act(() -> app.shared().session().positionProperty().set(LENGTH / 2 + screen.ordinal()));
                app.settle();
                freezes.put(screen, pulse.longest.get());
                mostUsed = Math.max(mostUsed, pulse.mostBytes.get());
            }
            mostKept = Math.max(mostKept, kept());
        }
        System.out.printf(
                "512 tokens: longest freeze in ms %s; settled after ms %s; heap at most %d MiB, kept %d MiB%n",
                freezes, opened, mostUsed >> 20, mostKept >> 20);
        assertThat(freezes.values()).allMatch(freeze -> freeze < LONGEST_FREEZE_MILLIS, "no freeze: " + freezes);
        assertThat(mostKept).isLessThan(MOST_BYTES);
    }
}
