package tokenwalk.app.lesson.view;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tokenwalk.app.lesson.model.LessonPlayer;
import tokenwalk.app.lesson.model.TaskState;
import tokenwalk.lessons.lesson.Step;

/** «Your turn»: what a step waits for, how far it is, and a hint. */
final class TaskCard extends VBox {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final LessonPlayer player;
    private final Label reached = new Label();
    private final Label wanted = new Label();
    private final VBox hint = new VBox();
    private final VBox card;
    private final Button ask = new Button("Hint");
    private final ProseView hintWords = new ProseView(_ -> Optional.empty(), _ -> {});

    TaskCard(LessonPlayer player) {
        this.player = player;
        getStyleClass().add("task");
        setId("lesson-task");
        Label caption = new Label("YOUR TURN");
        caption.getStyleClass().add("task-caption");
        caption.setMinWidth(USE_PREF_SIZE);
        reached.setId("lesson-reached");
        reached.getStyleClass().addAll("number", "task-reached");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        wanted.setId("lesson-wanted");
        wanted.getStyleClass().add("task-wanted");
        wanted.setWrapText(true);
        card = new VBox(new HBox(caption, gap, reached), wanted);
        card.getStyleClass().add("task-card");
        ask.setId("lesson-ask-hint");
        ask.getStyleClass().addAll("flat", "small");
        ask.setOnAction(_ -> player.showHint());
        ask.managedProperty().bind(ask.visibleProperty());
        Label mark = new Label("?");
        mark.getStyleClass().add("hint-mark");
        Label word = new Label("Hint");
        word.getStyleClass().add("strong");
        HBox heading = new HBox(mark, word);
        heading.getStyleClass().add("hint-heading");
        heading.setAlignment(Pos.CENTER_LEFT);
        hint.getChildren().setAll(heading, hintWords);
        hint.getStyleClass().add("hint");
        hint.setId("lesson-hint");
        hint.managedProperty().bind(hint.visibleProperty());
        getChildren().addAll(card, ask, hint);
        managedProperty().bind(visibleProperty());
        player.stepProperty().subscribe(this::refresh);
        player.taskProperty().subscribe(this::refresh);
        player.hintShownProperty().subscribe(this::refresh);
        player.wordingProperty().subscribe(_ -> refresh());
        refresh();
    }

    private void refresh() {
        boolean isTask = player.stepProperty().get() instanceof Step.Do;
        setVisible(isTask);
        if (!(player.stepProperty().get() instanceof Step.Do task)) {
            return;
        }
        TaskState state = player.taskProperty().get();
        card.pseudoClassStateChanged(DONE, state.done());
        wanted.setText(
                state.done() ? (state.already() ? "✓ Already done." : "✓ Done.") : TaskWords.of(task.until(), state));
        reached.setText(state.reached());
        var words = player.wordingProperty().getValue().hint();
        hintWords.show(words);
        boolean offered = !words.isEmpty() && !state.done();
        hint.setVisible(offered && player.hintShownProperty().get());
        ask.setVisible(offered && !player.hintShownProperty().get());
    }
}
