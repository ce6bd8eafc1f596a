package tokenwalk.app.lesson.view;

import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.screen.Shared;
import tokenwalk.lessons.lesson.Lesson;

/** Beside the screens: the lesson that is open, or the lessons there are. */
public final class LessonPanel extends StackPane {
    private final StepPane step;

    public LessonPanel(Shared shared) {
        getStyleClass().add("lesson-panel");
        setId("lesson-panel");
        LessonList list = new LessonList(shared);
        this.step = new StepPane(shared);
        getChildren().addAll(list, step);
        shared.learning().player().lessonProperty().subscribe((@Nullable Lesson lesson) -> {
            step.setVisible(lesson != null);
            list.setVisible(lesson == null);
        });
    }

    /** @param flat whether the panel is wide and low, below the screen, so that height counts most */
    public void setFlat(boolean flat) {
        step.arrange(flat);
    }
}
