package tokenwalk.app.lesson.model;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import tokenwalk.lessons.fact.FactValue;
import tokenwalk.lessons.lesson.Answer;
import tokenwalk.lessons.lesson.Judge;
import tokenwalk.lessons.lesson.Judgement;
import tokenwalk.lessons.lesson.Step;
import tokenwalk.lessons.progress.Progress.GivenAnswer;
import tokenwalk.lessons.progress.Progress.Verdict;

/** The open step's question: what was answered, how that was judged, and whether the answer is shown. */
public final class Question {
    private final ReadOnlyObjectWrapper<@Nullable Answer> wanted = new ReadOnlyObjectWrapper<>(this, "wanted");
    private final ReadOnlyObjectWrapper<@Nullable GivenAnswer> given = new ReadOnlyObjectWrapper<>(this, "given");
    private final ReadOnlyStringWrapper feedback = new ReadOnlyStringWrapper(this, "feedback", "");
    private final ReadOnlyBooleanWrapper revealed = new ReadOnlyBooleanWrapper(this, "revealed");
    private final ReadOnlyObjectWrapper<@Nullable FactValue> sought = new ReadOnlyObjectWrapper<>(this, "sought");
    private String problem = "";
    private boolean oneGuess;

    /** What is expected; null while the step asks nothing. */
    public ReadOnlyObjectProperty<@Nullable Answer> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /** The last answer and how it was judged; null before the first. An open one is OPEN until the learner judges it. */
    public ReadOnlyObjectProperty<@Nullable GivenAnswer> givenProperty() {
        return given.getReadOnlyProperty();
    }

    /** What there is to say to the last answer, in one line; empty before the first. */
    public ReadOnlyStringProperty feedbackProperty() {
        return feedback.getReadOnlyProperty();
    }

    /** Whether the answer is shown. */
    public ReadOnlyBooleanProperty revealedProperty() {
        return revealed.getReadOnlyProperty();
    }

    /** The number or the token that is right; null where nothing is sought, or it is not computed yet. */
    public ReadOnlyObjectProperty<@Nullable FactValue> soughtProperty() {
        return sought.getReadOnlyProperty();
    }

    /** @return whether another answer may be given: to a prediction there is one, to a question as many as wanted */
    public boolean mayAnswer() {
        return wanted.get() != null && !revealed.get();
    }

    void begin(Step step, Optional<GivenAnswer> before) {
        Answer answer = answerOf(step);
        oneGuess = step instanceof Step.Predict;
        sought.set(null);
        problem = "";
        wanted.set(answer);
        given.set(answer == null ? null : before.orElse(null));
        boolean shown = answer != null && before.isPresent() && isFinal(before.get());
        revealed.set(shown);
        feedback.set(shown ? words(before.get().verdict()) : "");
    }

    private static @Nullable Answer answerOf(Step step) {
        return switch (step) {
            case Step.Predict predict -> predict.answer();
            case Step.Ask ask -> ask.answer();
            case Step.Explain _, Step.Set _, Step.Do _ -> null;
        };
    }

    void end() {
        wanted.set(null);
        given.set(null);
        revealed.set(false);
        feedback.set("");
    }

    void seek(Optional<FactValue> value, String why) {
        sought.set(value.orElse(null));
        problem = why;
    }

    /** Answers with words, a number or a token. */
    public void answer(String text) {
        Answer answer = wanted.get();
        if (answer == null || !mayAnswer() || text.isEmpty()) {
            return;
        }
        switch (answer) {
            case Answer.Open _ -> {
                give(text, Verdict.OPEN);
                revealed.set(true);
            }
            case Answer.Choice _ -> throw new IllegalArgumentException("the question is answered by a choice");
            case Answer.Numeric _, Answer.OneToken _ -> judge(answer, text);
        }
    }

    private void judge(Answer answer, String text) {
        FactValue known = sought.get();
        if (known == null) {
            feedback.set(
                    problem.isEmpty() ? "The model has not read the text yet. Answer again in a moment." : problem);
            return;
        }
        Judgement judgement = Judge.of(answer, Optional.of(known), text);
        if (judgement.counts()) {
            close(text, judgement.isRight());
            feedback.set((feedback.get() + " " + judgement.words()).strip());
        } else {
            feedback.set(judgement.words());
        }
    }

    /** Answers with one of the choices, counted from 0. */
    public void choose(int index) {
        if (wanted.get() instanceof Answer.Choice choice && mayAnswer()) {
            close(Integer.toString(index + 1), index == choice.correct());
        }
    }

    private void close(String text, boolean right) {
        give(text, right ? Verdict.RIGHT : Verdict.WRONG);
        revealed.set(right || oneGuess);
    }

    private void give(String text, Verdict verdict) {
        given.set(new GivenAnswer(text, verdict, LocalDate.now()));
        feedback.set(words(verdict));
    }

    private boolean isFinal(GivenAnswer answer) {
        return switch (answer.verdict()) {
            case RIGHT, PARTLY, OPEN -> true;
            case WRONG -> oneGuess || wanted.get() instanceof Answer.Open;
        };
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> "Right.";
            case PARTLY -> "Partly.";
            case WRONG -> "Not quite.";
            case OPEN -> "";
        };
    }

    /** Shows the answer without having given one. */
    public void reveal() {
        if (wanted.get() == null || revealed.get()) {
            return;
        }
        if (given.get() == null) {
            give("", Verdict.OPEN);
        }
        revealed.set(true);
    }

    /** Judges an open answer by what was revealed. */
    public void grade(boolean hadIt) {
        GivenAnswer answer = given.get();
        if (answer != null && wanted.get() instanceof Answer.Open && revealed.get()) {
            give(answer.text(), hadIt ? Verdict.RIGHT : Verdict.WRONG);
        }
    }
}
