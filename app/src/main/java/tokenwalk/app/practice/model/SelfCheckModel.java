package tokenwalk.app.practice.model;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import tokenwalk.app.progress.ProgressModel;
import tokenwalk.lessons.practice.SelfCheckQuestion;
import tokenwalk.lessons.progress.Progress;
import tokenwalk.lessons.progress.Progress.GivenAnswer;
import tokenwalk.lessons.progress.Progress.Verdict;

/** The seven open questions: what the learner wrote, and how it compared with the answer. */
public final class SelfCheckModel {
    private final List<SelfCheckQuestion> questions;
    private final ProgressModel progress;
    private final Clock clock;
    private final IntegerProperty index = new SimpleIntegerProperty(this, "index", 0);
    private final ReadOnlyBooleanWrapper revealed = new ReadOnlyBooleanWrapper(this, "revealed");

    public SelfCheckModel(List<SelfCheckQuestion> questions, ProgressModel progress, Clock clock) {
        this.questions = List.copyOf(questions);
        this.progress = progress;
        this.clock = clock;
        index.subscribe(() -> revealed.set(false));
    }

    public List<SelfCheckQuestion> questions() {
        return questions;
    }

    /** Which question is open, counted from 0. */
    public IntegerProperty indexProperty() {
        return index;
    }

    /** Whether the answer is shown. */
    public ReadOnlyBooleanProperty revealedProperty() {
        return revealed.getReadOnlyProperty();
    }

    /** Changes whenever something was written or judged. */
    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.progressProperty();
    }

    public SelfCheckQuestion question() {
        return questions.get(index.get());
    }

    /** @return what the learner wrote and how it was judged; none before */
    public Optional<GivenAnswer> given(SelfCheckQuestion asked) {
        return Optional.ofNullable(progress.progressProperty().get().answers().get(asked.id()));
    }

    /** @return what the learner wrote to the open question */
    public String written() {
        return given(question()).map(GivenAnswer::text).orElse("");
    }

    /** Keeps what the learner wrote to a question; new words are to be judged anew. */
    public void write(SelfCheckQuestion asked, String text) {
        if (!text.equals(given(asked).map(GivenAnswer::text).orElse(""))) {
            keep(asked, text, Verdict.OPEN);
        }
    }

    /** Shows the answer. */
    public void reveal() {
        revealed.set(true);
    }

    /** The learner compared. */
    public void judge(Verdict verdict) {
        if (revealed.get()) {
            keep(question(), written(), verdict);
        }
    }

    private void keep(SelfCheckQuestion asked, String text, Verdict verdict) {
        GivenAnswer answer = new GivenAnswer(text, verdict, LocalDate.now(clock));
        progress.change(now -> now.withAnswer(asked.id(), answer));
    }

    /** Opens the question so many places further, if there is one. */
    public void move(int by) {
        index.set(Math.clamp(index.get() + by, 0, questions.size() - 1));
    }

    /** @return how many questions were judged so */
    public int count(Verdict verdict) {
        return (int) questions.stream()
                .flatMap(asked -> given(asked).stream())
                .map(GivenAnswer::verdict)
                .filter(verdict::equals)
                .count();
    }

    /** From the first question; what was written stays. */
    public void reset() {
        index.set(0);
        revealed.set(false);
    }
}
