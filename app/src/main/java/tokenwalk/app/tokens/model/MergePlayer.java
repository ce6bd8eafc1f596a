package tokenwalk.app.tokens.model;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.token.WordMerges;

/** Plays back how one word was merged from its bytes: the chosen token's word, or one that was typed. */
public final class MergePlayer {
    /**
     * A word and how it was merged.
     *
     * @param inText whether it is a word of the sentence
     */
    public record Play(Word word, WordMerges merges, boolean inText) {}

    private final SessionModel session;
    private final Executor afterPause;
    private final ReadOnlyObjectWrapper<List<Word>> words = new ReadOnlyObjectWrapper<>(this, "words", List.of());
    private final ReadOnlyObjectWrapper<@Nullable Play> play = new ReadOnlyObjectWrapper<>(this, "play");
    private final IntegerProperty step = new SimpleIntegerProperty(this, "step");
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private @Nullable LanguageModel playedBy;
    private long run;

    /** @param afterPause runs on the FX thread after the time that one merge is looked at */
    public MergePlayer(SessionModel session, Executor afterPause) {
        this.session = session;
        this.afterPause = afterPause;
        session.readingProperty().subscribe(this::readingChanged);
        session.positionProperty().subscribe(this::follow);
    }

    /** The words of the sentence. */
    public ReadOnlyObjectProperty<List<Word>> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** What is played; null before a text is read. */
    public ReadOnlyObjectProperty<@Nullable Play> playProperty() {
        return play.getReadOnlyProperty();
    }

    /** How many merges are made, 0 for the bare bytes. */
    public IntegerProperty stepProperty() {
        return step;
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** @return how many merges the word takes */
    public int steps() {
        Play now = play.get();
        return now == null ? 0 : now.merges().steps().size();
    }

    private void readingChanged(@Nullable Reading reading) {
        if (reading != null) {
            words.set(Word.of(reading.trace().tokens(), reading.model().tokenizer()));
            Play now = play.get();
            if (now != null && !now.inText() && reading.model() != playedBy) {
                show(now.word(), false);
            } else {
                follow();
            }
        }
    }

    private void follow() {
        int position = session.positionProperty().get();
        words.get().stream().filter(word -> word.holds(position)).findFirst().ifPresent(word -> show(word, true));
    }

    /** Shows a word that need not be in the sentence; with a space before it, as most words have. */
    public void type(String text) {
        if (text.isEmpty()) {
            follow();
        } else {
            show(new Word(text, 0, 0, false), false);
        }
    }

    private void show(Word word, boolean inText) {
        Reading reading = session.reading();
        LanguageModel model = reading == null ? null : reading.model();
        Play before = play.get();
        if (model == null
                || model == playedBy
                        && before != null
                        && before.inText()
                        && inText
                        && before.word().equals(word)) {
            return;
        }
        pause();
        playedBy = model;
        WordMerges merges = word.whole()
                ? new WordMerges(List.of(model.token(tokenOf(word))), List.of())
                : model.tokenizer().merges(word.text());
        step.set(0);
        play.set(new Play(word, merges, inText));
        step.set(merges.steps().size());
    }

    private int tokenOf(Word word) {
        Reading reading = session.reading();
        if (reading == null) {
            throw new IllegalStateException("a word of no text");
        }
        return reading.trace().tokens().get(word.position()).id();
    }

    /** Makes one merge more; after the last one, begins again with the bytes. */
    public void step() {
        pause();
        step.set(step.get() < steps() ? step.get() + 1 : 0);
    }

    /** Takes one merge back. */
    public void back() {
        pause();
        step.set(Math.max(0, step.get() - 1));
    }

    /** Makes all merges, one after the other, from the bytes on if all are made. */
    public void play() {
        if (steps() == 0) {
            return;
        }
        if (step.get() >= steps()) {
            step.set(0);
        }
        playing.set(true);
        long own = ++run;
        afterPause.execute(() -> advance(own));
    }

    private void advance(long own) {
        if (own != run || !playing.get()) {
            return;
        }
        step.set(Math.min(steps(), step.get() + 1));
        if (step.get() >= steps()) {
            pause();
        } else {
            afterPause.execute(() -> advance(own));
        }
    }

    public void pause() {
        run++;
        playing.set(false);
    }

    /** As at first: the chosen token's word, all its merges made. */
    public void reset() {
        pause();
        play.set(null);
        follow();
    }
}
