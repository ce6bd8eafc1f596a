package tokenwalk.app.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneTest {
    private final HandRun hand = new HandRun();
    private final Lane lane = new Lane(hand.background());
    private final List<String> delivered = new ArrayList<>();

    @Test
    void onlyTheNewestResultIsDelivered() {
        ask("old");
        ask("new");
        hand.runAll();
        assertThat(delivered).containsExactly("new");
    }

    @Test
    void cancelledWorkDeliversNothing() {
        ask("unwanted");
        lane.cancel();
        hand.runAll();
        assertThat(delivered).isEmpty();
    }

    @Test
    void aFailureIsDeliveredOnce() {
        lane.run(
                () -> {
                    throw new IllegalStateException("broken");
                },
                result -> delivered.add("result"),
                failure -> delivered.add(failure.getMessage()));
        hand.runAll();
        assertThat(delivered).containsExactly("broken");
    }

    private void ask(String word) {
        lane.run(() -> word, delivered::add, failure -> delivered.add("failed"));
    }
}
