package tokenwalk.app.attention.view;

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
import tokenwalk.app.session.SessionModel;

/** Where the user types a text of their own. */
final class OwnTextEditor {
    private final SessionModel session;
    private final TextArea text = new TextArea();
    private final Label problem = new Label();
    private final PopOver popOver;

    OwnTextEditor(SessionModel session) {
        this.session = session;
        text.setId("own-text-area");
        text.setPromptText("Type a sentence and leave its last word out.");
        text.setWrapText(true);
        text.setPrefRowCount(4);
        text.setPrefColumnCount(36);
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                show();
                event.consume();
            }
        });
        problem.getStyleClass().add("error");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        Button show = new Button("Show");
        show.setId("own-text-show");
        show.getStyleClass().add("primary");
        show.setOnAction(_ -> show());
        Label note = new Label("Ctrl + Enter shows it");
        note.getStyleClass().add("note");
        HBox buttons = new HBox(show, note);
        buttons.getStyleClass().add("button-row");
        VBox content = new VBox(text, problem, buttons);
        content.getStyleClass().add("pop-over-content");
        popOver = new QuietPopOver(content, PopOver.ArrowLocation.TOP_LEFT);
    }

    void open(Node owner) {
        problem.setText("");
        text.setText(session.promptProperty().get());
        popOver.show(owner);
        text.requestFocus();
        text.selectAll();
    }

    private void show() {
        if (text.getText().isEmpty()) {
            problem.setText("! The text is empty. Type at least one word.");
            return;
        }
        session.showText(text.getText());
        popOver.hide();
    }
}
