package tokenwalk.lessons.practice;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import tokenwalk.lessons.progress.Progress.CardProgress;

/**
 * When a card is asked again: a card that was known moves up a box and rests twice as long, one that was not goes back to
 * the first and is asked again today. The boxes are Leitner's (So lernt man lernen, 1972); the days double as is usual.
 */
public final class LeitnerBoxes {
    /** How long a card rests in each box. The first box holds what is new or was not known. */
    private static final List<Integer> DAYS = List.of(0, 1, 2, 4, 8, 16);

    private LeitnerBoxes() {}

    /** @return the last box; the first is 0 */
    public static int last() {
        return DAYS.size() - 1;
    }

    /** @return the box of a card; 0 for one that was never asked */
    public static int box(Optional<CardProgress> card) {
        return card.map(CardProgress::box).map(box -> Math.min(box, last())).orElse(0);
    }

    /** @return whether the card is to be asked; one that was never asked always is */
    public static boolean isDue(Optional<CardProgress> card, LocalDate today) {
        return card.map(known -> !known.due().isAfter(today)).orElse(true);
    }

    /**
     * Judges a card.
     *
     * @param known whether its answer was known
     * @return its box and the day it is due again
     */
    public static CardProgress judged(Optional<CardProgress> card, boolean known, LocalDate today) {
        int box = known ? Math.min(box(card) + 1, last()) : 0;
        return new CardProgress(box, today.plus(Period.ofDays(DAYS.get(box))));
    }
}
