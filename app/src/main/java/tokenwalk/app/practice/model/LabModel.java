package tokenwalk.app.practice.model;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import tokenwalk.app.progress.ProgressModel;
import tokenwalk.lessons.practice.Judgement;
import tokenwalk.lessons.practice.LabCell;
import tokenwalk.lessons.practice.LabTask;
import tokenwalk.lessons.practice.SlipFinder;
import tokenwalk.lessons.progress.Progress;
import tokenwalk.lessons.progress.Progress.GivenAnswer;
import tokenwalk.lessons.progress.Progress.Verdict;

/** The six tasks of the tiny logits lab: what was typed, kept with the learner's progress, and how it is judged. */
public final class LabModel {
    private final ProgressModel progress;
    private final Clock clock;

    public LabModel(ProgressModel progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
    }

    /** Changes whenever something was typed. */
    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.progressProperty();
    }

    /** @return what stands in a cell; empty if nothing was typed yet */
    public String typed(LabCell cell) {
        GivenAnswer given = progress.progressProperty().get().answers().get(cell.id());
        return given == null ? "" : given.text();
    }

    /** @return what is said to a cell's answer; none if nothing was typed yet */
    public Optional<Judgement> judgement(LabCell cell) {
        String typed = typed(cell);
        return typed.isBlank() ? Optional.empty() : Optional.of(SlipFinder.judge(cell, typed));
    }

    public void type(LabCell cell, String text) {
        if (text.strip().equals(typed(cell))) {
            return;
        }
        Verdict verdict =
                text.isBlank() ? Verdict.OPEN : SlipFinder.judge(cell, text).accepted() ? Verdict.RIGHT : Verdict.WRONG;
        GivenAnswer given = new GivenAnswer(text.strip(), verdict, LocalDate.now(clock));
        progress.change(now -> now.withAnswer(cell.id(), given));
    }

    public boolean isRight(LabCell cell) {
        return judgement(cell).map(Judgement::accepted).orElse(false);
    }

    /** @return how many of a task's cells are right */
    public int right(LabTask task) {
        return (int) task.cells().stream().filter(this::isRight).count();
    }

    public boolean isDone(LabTask task) {
        return right(task) == task.cells().size();
    }

    /** Empties all cells. */
    public void reset() {
        progress.change(now -> now.withoutAnswers(LabCell.LAB));
    }
}
