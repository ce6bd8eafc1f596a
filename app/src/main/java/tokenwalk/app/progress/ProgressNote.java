package tokenwalk.app.progress;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What the learner must know about the file in which progress is kept; gone once it was read. */
public final class ProgressNote extends HBox {
    public ProgressNote(ProgressModel progress) {
        getStyleClass().addAll("card", "progress-note");
        Label sign = new Label("!");
        sign.getStyleClass().add("note-sign");
        sign.setMinWidth(USE_PREF_SIZE);
        Label words = new Label();
        words.setId("progress-message");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        setHgrow(words, Priority.ALWAYS);
        Button understood = new Button("Understood");
        understood.setId("dismiss-progress-message");
        understood.getStyleClass().addAll("flat", "small");
        understood.setMinWidth(USE_PREF_SIZE);
        understood.setOnAction(_ -> progress.dismiss());
        getChildren().addAll(sign, words, understood);
        setMinHeight(USE_PREF_SIZE);
        progress.messageProperty().subscribe(words::setText);
        visibleProperty().bind(progress.messageProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
