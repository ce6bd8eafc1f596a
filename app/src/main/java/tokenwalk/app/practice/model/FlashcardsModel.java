package tokenwalk.app.practice.model;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.progress.ProgressModel;
import tokenwalk.lessons.practice.Flashcard;
import tokenwalk.lessons.practice.LeitnerBoxes;
import tokenwalk.lessons.progress.Progress.CardProgress;

/** The flashcards: those due today, one after the other until all are known, or all of them to leaf through. */
public final class FlashcardsModel {
    /** Which cards are gone through. */
    public enum Pile {
        DUE,
        ALL
    }

    private final List<Flashcard> cards;
    private final ProgressModel progress;
    private final Clock clock;
    private final List<Flashcard> queue = new ArrayList<>();
    private final ObjectProperty<Pile> pile = new SimpleObjectProperty<>(this, "pile", Pile.DUE);
    private final ReadOnlyObjectWrapper<@Nullable Flashcard> card = new ReadOnlyObjectWrapper<>(this, "card");
    private final ReadOnlyBooleanWrapper turned = new ReadOnlyBooleanWrapper(this, "turned");
    private final ReadOnlyIntegerWrapper due = new ReadOnlyIntegerWrapper(this, "due");

    public FlashcardsModel(List<Flashcard> cards, ProgressModel progress, Clock clock) {
        this.cards = List.copyOf(cards);
        this.progress = progress;
        this.clock = clock;
        pile.subscribe(this::begin);
        progress.progressProperty().subscribe(this::follow);
        begin();
    }

    public ObjectProperty<Pile> pileProperty() {
        return pile;
    }

    /** The card on top; null if none is due. */
    public ReadOnlyObjectProperty<@Nullable Flashcard> cardProperty() {
        return card.getReadOnlyProperty();
    }

    /** Whether the answer is up. */
    public ReadOnlyBooleanProperty turnedProperty() {
        return turned.getReadOnlyProperty();
    }

    /** How many cards are due today. */
    public ReadOnlyIntegerProperty dueProperty() {
        return due.getReadOnlyProperty();
    }

    public int count() {
        return cards.size();
    }

    /** @return the place of the card on top among all, counted from 1; 0 if there is none */
    public int place() {
        return cards.indexOf(card.get()) + 1;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Optional<CardProgress> known(Flashcard asked) {
        return Optional.ofNullable(progress.progressProperty().get().cards().get(asked.id()));
    }

    private boolean isDue(Flashcard asked) {
        return LeitnerBoxes.isDue(known(asked), today());
    }

    /** Puts the pile together anew: another day may have come. */
    public void begin() {
        queue.clear();
        cards.stream().filter(each -> pile.get() == Pile.ALL || isDue(each)).forEach(queue::add);
        showTop();
        count(cards);
    }

    /** Progress that was read late, erased, or changed elsewhere. */
    private void follow() {
        count(cards);
        if (pile.get() == Pile.DUE) {
            queue.removeIf(each -> !isDue(each));
            cards.stream().filter(each -> isDue(each) && !queue.contains(each)).forEach(queue::add);
            Flashcard top = card.get();
            if (top == null || !queue.contains(top)) {
                showTop();
            }
        }
    }

    private void count(List<Flashcard> all) {
        due.set((int) all.stream().filter(this::isDue).count());
    }

    private void showTop() {
        turned.set(false);
        card.set(queue.isEmpty() ? null : queue.getFirst());
    }

    /** Shows the other side. */
    public void turn() {
        if (card.get() != null) {
            turned.set(!turned.get());
        }
    }

    /** @return whether the card on top can be judged: its answer is up, and it is due */
    public boolean canJudge() {
        Flashcard top = card.get();
        return pile.get() == Pile.DUE && turned.get() && top != null;
    }

    /**
     * Judges the card on top, and shows the next.
     *
     * @param known whether the learner knew the answer; if not, the card comes again after the others
     */
    public void judge(boolean known) {
        Flashcard top = card.get();
        if (top == null || !canJudge()) {
            return;
        }
        CardProgress judged = LeitnerBoxes.judged(known(top), known, today());
        queue.remove(top);
        if (!known) {
            queue.add(top);
        }
        progress.change(now -> now.withCard(top.id(), judged));
        showTop();
    }

    /** @return in how many days the card on top comes again if it is known now */
    public int daysIfKnown() {
        Flashcard top = card.get();
        return top == null
                ? 0
                : (int) ChronoUnit.DAYS.between(
                        today(), LeitnerBoxes.judged(known(top), true, today()).due());
    }

    /** @return the box of the card on top; 0 for one that is new or was not known */
    public int box() {
        Flashcard top = card.get();
        return top == null ? 0 : LeitnerBoxes.box(known(top));
    }

    /** Leafs through all cards, from the last to the first again. */
    public void move(int by) {
        Flashcard top = card.get();
        if (pile.get() == Pile.ALL && top != null) {
            int next = Math.floorMod(queue.indexOf(top) + by, queue.size());
            turned.set(false);
            card.set(queue.get(next));
        }
    }

    /** @return the day on which the next card is due, and how many are then; none if there are no cards */
    public Optional<NextDay> nextDay() {
        return cards.stream()
                .flatMap(each -> known(each).stream())
                .map(CardProgress::due)
                .filter(day -> day.isAfter(today()))
                .min(Comparator.naturalOrder())
                .map(day -> new NextDay((int) ChronoUnit.DAYS.between(today(), day), (int) cards.stream()
                        .flatMap(each -> known(each).stream())
                        .filter(known -> known.due().equals(day))
                        .count()));
    }

    /** When cards are due again: in so many days, so many. */
    public record NextDay(int days, int cards) {}

    /** The due cards, from the first, question up; what was learnt stays. */
    public void reset() {
        pile.set(Pile.DUE);
        begin();
    }
}
