package tokenwalk.app.practice.view;

import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tokenwalk.app.controls.CardGrid;
import tokenwalk.app.controls.SegmentedToggle;
import tokenwalk.app.practice.model.FreePlayModel;
import tokenwalk.app.practice.model.LabModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.practice.LabTask;

/** The lab: six tasks, then free play. */
public final class LabCards extends VBox {
    private enum Part {
        TASKS,
        FREE_PLAY
    }

    private final LabModel model;
    private final Label done = Words.label("", "card-title");

    public LabCards(LabModel model, FreePlayModel freePlay, Appearance appearance) {
        this.model = model;
        getStyleClass().add("lab");
        done.setId("tasks-done");
        SegmentedToggle<Part> part = new SegmentedToggle<>(
                List.of(Part.TASKS, Part.FREE_PLAY), each -> each == Part.TASKS ? "Six tasks" : "Free play");
        part.setId("lab-part");
        Button reset = Words.button("lab-reset", "Begin again", model::reset, "flat", "small");
        HBox heading = Words.line(part, done, Words.gap(), reset);
        List<LabTaskCard> cards = Arrays.stream(LabTask.values())
                .map(task -> new LabTaskCard(model, task))
                .toList();
        cards.forEach(card -> {
            GridPane.setHgrow(card, Priority.ALWAYS);
            card.setMinHeight(Region.USE_PREF_SIZE);
        });
        CardGrid tasks = new CardGrid(appearance, cards);
        ScrollPane free = new ScrollPane(new FreePlayCard(freePlay, appearance));
        free.getStyleClass().add("screen-scroll");
        free.setFitToWidth(true);
        free.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        free.setFocusTraversable(false);
        StackPane shown = new StackPane(tasks, free);
        setVgrow(shown, Priority.ALWAYS);
        getChildren().addAll(heading, shown);
        part.valueProperty().subscribe(now -> {
            Words.showOnly(tasks, now == Part.TASKS);
            Words.showOnly(free, now == Part.FREE_PLAY);
            done.setVisible(now == Part.TASKS);
            reset.setVisible(now == Part.TASKS);
        });
        model.progressProperty().subscribe(this::count);
        count();
    }

    private void count() {
        long count = Arrays.stream(LabTask.values()).filter(model::isDone).count();
        done.setText("%d of %d done".formatted(count, LabTask.values().length));
    }
}
