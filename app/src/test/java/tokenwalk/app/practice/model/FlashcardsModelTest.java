package tokenwalk.app.practice.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tokenwalk.app.background.Background;
import tokenwalk.app.practice.model.FlashcardsModel.NextDay;
import tokenwalk.app.practice.model.FlashcardsModel.Pile;
import tokenwalk.app.progress.ProgressModel;
import tokenwalk.lessons.practice.Flashcard;
import tokenwalk.lessons.progress.ProgressFile;
import tokenwalk.lessons.prose.Prose;

/** Cards come when they are due, and again until they are known. */
class FlashcardsModelTest {

    private Instant now = Instant.parse("2026-11-22T09:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final Background background = new Background(Executors.newSingleThreadExecutor(), ignored -> {});
    private FlashcardsModel model = model();

    private FlashcardsModel model() {
        ProgressModel progress =
                new ProgressModel(new ProgressFile(Path.of("never read").resolve("progress.json")), background);
        List<Flashcard> cards = List.of("a", "b", "c").stream()
                .map(id -> new Flashcard(id, Prose.EMPTY, Prose.EMPTY, Optional.empty()))
                .toList();
        return new FlashcardsModel(cards, progress, clock);
    }

    @BeforeEach
    void begin() {
        model = model();
    }

    @AfterEach
    void close() {
        background.close();
    }

    private String top() {
        return Objects.requireNonNull(model.cardProperty().get()).id();
    }

    private void judge(boolean known) {
        model.turn();
        model.judge(known);
    }

    @Test
    void aCardThatWasNotKnownComesAgainAfterTheOthers() {
        judge(false);
        judge(true);
        assertThat(top()).isEqualTo("c");
        judge(true);
        assertThat(top()).isEqualTo("a");
        assertThat(model.dueProperty().get()).isEqualTo(1);
        judge(true);
        assertThat(model.cardProperty().get()).isNull();
        assertThat(model.nextDay()).hasValue(new NextDay(1, 3));
    }

    @Test
    void onlyAnAnswerThatIsUpCanBeJudged() {
        model.judge(true);
        assertThat(top()).isEqualTo("a");
        assertThat(model.dueProperty().get()).isEqualTo(3);
        model.turn();
        assertThat(model.canJudge()).isTrue();
        assertThat(model.daysIfKnown()).isEqualTo(1);
    }

    @Test
    void theNextDayBringsThemBackAndTheNextBoxRestsLonger() {
        judge(true);
        now = now.plus(Period.ofDays(1));
        model.begin();
        assertThat(model.dueProperty().get()).isEqualTo(3);
        assertThat(top()).isEqualTo("a");
        assertThat(model.box()).isEqualTo(1);
        assertThat(model.daysIfKnown()).isEqualTo(2);
    }

    @Test
    void allCardsCanBeLeafedThrough() {
        judge(true);
        model.pileProperty().set(Pile.ALL);
        assertThat(top()).isEqualTo("a");
        model.move(-1);
        assertThat(top()).isEqualTo("c");
        model.turn();
        assertThat(model.canJudge()).isFalse();
        model.move(1);
        assertThat(top()).isEqualTo("a");
        assertThat(model.turnedProperty().get()).isFalse();
        model.reset();
        assertThat(top()).isEqualTo("b");
    }
}
