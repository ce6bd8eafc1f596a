package tokenwalk.app.lesson.view;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.lesson.model.Learning;
import tokenwalk.app.printing.view.PrintLessonMenu;
import tokenwalk.app.screen.Shared;
import tokenwalk.lessons.file.LessonPack;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.progress.Progress.LessonProgress;
import tokenwalk.lessons.prose.Prose;

/** A lesson in the list: its number, title, length, how far it is; its goals on demand. */
final class LessonRow extends VBox {
    /** @param pack the lesson's own */
    LessonRow(Lesson lesson, int number, LessonPack pack, Shared shared) {
        Learning learning = shared.learning();
        getStyleClass().add("lesson-row");
        Label where = new Label(lesson.about().minutes() + " min · " + progress(lesson, learning));
        where.getStyleClass().add("note");
        Label mark = new Label(Integer.toString(number));
        mark.getStyleClass().addAll("number", "muted", "lesson-mark");
        mark.setMinWidth(USE_PREF_SIZE);
        VBox words = new VBox(ProseView.line(lesson.about().title()), where);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox content = new HBox(mark, words);
        content.getStyleClass().add("lesson-row-content");
        // Before the button, not in it: a button asks for the height of its graphic without saying how wide it may be,
        // and
        // a title that may wrap answers as if each line had room for one letter.
        content.setMouseTransparent(true);
        Button open = new Button();
        open.setId("lesson-" + lesson.id());
        open.getStyleClass().add("lesson-open");
        open.setAccessibleText(
                "Lesson " + number + ", " + lesson.about().title().plainText() + ", " + where.getText());
        open.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        open.setOnAction(_ -> learning.player().open(lesson));
        ToggleButton goals = new ToggleButton("Goals");
        goals.setId("goals-" + lesson.id());
        goals.getStyleClass().addAll("flat", "small", "lesson-goals-button");
        goals.setMinWidth(USE_PREF_SIZE);
        StackPane line = new StackPane(open, content, goals);
        StackPane.setAlignment(goals, Pos.BOTTOM_RIGHT);
        Node list = goals(lesson, new PrintLessonMenu(shared, pack, lesson));
        list.visibleProperty().bind(goals.selectedProperty());
        list.managedProperty().bind(list.visibleProperty());
        getChildren().addAll(line, list);
    }

    private static Node goals(Lesson lesson, PrintLessonMenu print) {
        VBox list = new VBox();
        list.getStyleClass().add("lesson-goals");
        Label audience = new Label("For: " + lesson.about().audience());
        audience.getStyleClass().add("note");
        audience.setWrapText(true);
        list.getChildren().add(audience);
        for (Prose goal : lesson.about().goals()) {
            Label mark = new Label("•");
            mark.setMinWidth(USE_PREF_SIZE);
            var words = ProseView.line(goal);
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox row = new HBox(mark, words);
            row.getStyleClass().add("prose-item-row");
            list.getChildren().add(row);
        }
        list.getChildren().add(print);
        return list;
    }

    private static String progress(Lesson lesson, Learning learning) {
        @Nullable
        LessonProgress kept =
                learning.progress().progressProperty().get().lessons().get(lesson.id());
        if (kept == null) {
            return "not begun";
        }
        int steps = lesson.steps().size();
        String place = "step " + Math.min(kept.step() + 1, steps) + " of " + steps;
        boolean atEnd = kept.step() >= steps - 1 || kept.step() == 0;
        return kept.finished() ? (atEnd ? "✓ done" : "✓ done once · " + place) : place;
    }
}
