package tokenwalk.app.training.view;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import tokenwalk.app.controls.QuietPopOver;

/** Where the user pastes a text to see what each of its tokens costs. */
final class PasteEditor {
    private final Consumer<String> read;
    private final TextArea text = new TextArea();
    private final PopOver popOver;

    PasteEditor(Consumer<String> read) {
        this.read = read;
        text.setId("paste-area");
        text.setPromptText("Paste any text: a poem, a news item, program code.");
        text.setWrapText(true);
        text.setPrefRowCount(8);
        text.setPrefColumnCount(40);
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                show();
                event.consume();
            }
        });
        Button show = new Button("Let the model guess it");
        show.setId("paste-show");
        show.getStyleClass().add("primary");
        show.disableProperty().bind(text.textProperty().isEmpty());
        show.setOnAction(_ -> show());
        Label note = new Label("Ctrl + Enter does the same");
        note.getStyleClass().add("note");
        HBox buttons = new HBox(show, note);
        buttons.getStyleClass().add("button-row");
        VBox content = new VBox(text, buttons);
        content.getStyleClass().add("pop-over-content");
        popOver = new QuietPopOver(content, PopOver.ArrowLocation.TOP_RIGHT);
    }

    void open(Node owner) {
        popOver.show(owner);
        text.requestFocus();
        text.selectAll();
    }

    private void show() {
        if (!text.getText().isEmpty()) {
            read.accept(text.getText());
            popOver.hide();
        }
    }
}
