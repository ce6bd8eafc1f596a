package tokenwalk.lessons.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tokenwalk.lessons.progress.Progress.CardProgress;

class LeitnerBoxesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Test
    void aCardThatIsAlwaysKnownRestsTwiceAsLongEachTime() {
        List<Long> rests = new ArrayList<>();
        Optional<CardProgress> card = Optional.empty();
        LocalDate today = DAY;
        for (int time = 0; time < 6; time++) {
            assertThat(LeitnerBoxes.isDue(card, today)).isTrue();
            assertThat(LeitnerBoxes.isDue(card, today.minusDays(1))).isEqualTo(card.isEmpty());
            card = Optional.of(LeitnerBoxes.judged(card, true, today));
            rests.add(ChronoUnit.DAYS.between(today, card.orElseThrow().due()));
            today = card.orElseThrow().due();
        }
        assertThat(rests).containsExactly(1L, 2L, 4L, 8L, 16L, 16L);
    }

    @Test
    void aCardThatWasNotKnownBeginsAgainToday() {
        CardProgress again = LeitnerBoxes.judged(Optional.of(new CardProgress(4, DAY)), false, DAY);
        assertThat(again).isEqualTo(new CardProgress(0, DAY));
        assertThat(LeitnerBoxes.isDue(Optional.of(again), DAY)).isTrue();
    }

    @Test
    void aBoxThatAnOlderProgramKnewIsTheLast() {
        assertThat(LeitnerBoxes.box(Optional.of(new CardProgress(99, DAY)))).isEqualTo(LeitnerBoxes.last());
    }
}
