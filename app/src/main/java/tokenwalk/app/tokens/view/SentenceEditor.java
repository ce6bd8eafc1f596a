package tokenwalk.app.tokens.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.app.provenance.WhereFromButton;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.token.Token;

/** The sentence, to be typed; below it, why it cannot be read, if so. */
final class SentenceEditor extends VBox {
    /** The model reads what is typed when the typing pauses. */
    private static final double PAUSE_MILLIS = 350;

    private final SessionModel session;
    private final Node next;
    private final TextArea text = new TextArea();
    private final PauseTransition pause = new PauseTransition(Duration.millis(PAUSE_MILLIS));

    /** @param next where the tab key leads */
    SentenceEditor(SessionModel session, Node next) {
        this.session = session;
        this.next = next;
        getStyleClass().add("sentence-editor");
        getChildren().addAll(sentence(), problem());
        session.promptProperty().subscribe(prompt -> {
            if (!prompt.equals(text.getText())) {
                text.setText(prompt);
            }
        });
    }

    private Node sentence() {
        text.setId("text");
        text.setWrapText(true);
        text.setPrefRowCount(1);
        text.setPromptText("Type a sentence. It becomes tokens as you type.");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShiftDown() && !event.isShortcutDown()) {
                read();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
                text.replaceSelection("\n");
                event.consume();
            } else if (event.getCode() == KeyCode.TAB) {
                // A tab stop, as everywhere else.
                next.requestFocus();
                event.consume();
            }
        });
        text.addEventHandler(KeyEvent.KEY_RELEASED, _ -> pause.playFromStart());
        pause.setOnFinished(_ -> read());
        Label caption = new Label("Text");
        caption.getStyleClass().add("row-name");
        caption.setLabelFor(text);
        WhereFromButton where = new WhereFromButton("spelling-where", this::provenance);
        HBox row = new HBox(caption, text, where);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("spelling-row");
        return row;
    }

    private void read() {
        pause.stop();
        String typed = text.getText();
        if (!typed.isEmpty() && !typed.equals(session.promptProperty().get())) {
            session.showText(typed);
        }
    }

    private Node problem() {
        Label problem = new Label();
        problem.getStyleClass().add("error");
        problem.setWrapText(true);
        problem.textProperty().bind(Bindings.concat("! ", session.problemProperty()));
        problem.visibleProperty().bind(session.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private Optional<Provenance> provenance() {
        Reading reading = session.reading();
        int position = session.positionProperty().get();
        if (reading == null || position >= reading.trace().length()) {
            return Optional.empty();
        }
        Token token = reading.trace().tokens().get(position);
        String bytes = IntStream.range(0, token.byteCount())
                .mapToObj(i -> Pieces.hex(token.byteAt(i)))
                .collect(Collectors.joining(" "));
        return Optional.of(new Provenance(
                "Token %d is number %d of the vocabulary".formatted(position + 1, token.id()),
                List.of(
                        "text → UTF-8 bytes → words → merges → id",
                        "piece  " + TokenLabels.of(token).plain(),
                        "bytes  " + bytes,
                        "id     " + token.id() + " of "
                                + reading.trace().shape().vocabulary()),
                new SourceOf("tokenwalk.runtime.token.Tokenizer", "encode")));
    }
}
