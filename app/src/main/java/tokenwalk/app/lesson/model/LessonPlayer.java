package tokenwalk.app.lesson.model;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.progress.ProgressModel;
import tokenwalk.lessons.lesson.Lesson;

/** Plays a lesson: where the learner is, whether the step is done, and on to the next. */
public final class LessonPlayer {
    private final StateSetter states;
    private final ProgressModel progress;
    private final ReadOnlyObjectWrapper<@Nullable Lesson> lesson = new ReadOnlyObjectWrapper<>(this, "lesson");

    public LessonPlayer(StateSetter states, ProgressModel progress) {
        this.states = states;
        this.progress = progress;
    }

    /** The lesson that is open; null if none is. */
    public ReadOnlyObjectProperty<@Nullable Lesson> lessonProperty() {
        return lesson.getReadOnlyProperty();
    }

    /** Opens a lesson where the learner left it. */
    public void open(Lesson chosen) {
        lesson.set(chosen);
        if (states == null || progress == null) {
            lesson.set(null);
        }
    }

    /** Leaves the lesson; its place is kept. */
    public void leave() {
        lesson.set(null);
    }
}
