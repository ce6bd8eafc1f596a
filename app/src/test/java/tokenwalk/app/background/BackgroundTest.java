package tokenwalk.app.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
}
