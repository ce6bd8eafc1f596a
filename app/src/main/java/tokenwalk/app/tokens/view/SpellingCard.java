package tokenwalk.app.tokens.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.app.provenance.WhereFromButton;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.tokens.model.Spelling;
import tokenwalk.lessons.place.Part;
import tokenwalk.runtime.token.Token;

/** The sentence, to be typed, and how it becomes numbers: characters, bytes, pieces, ids in aligned rows. */
public final class SpellingCard extends VBox {
    /** The model reads what is typed when the typing pauses. */
    private static final double PAUSE_MILLIS = 350;

    private final SessionModel session;
    private final TextArea text = new TextArea();
    private final ListView<Spelling> columns = new ListView<>();
    private final PauseTransition pause = new PauseTransition(Duration.millis(PAUSE_MILLIS));

    public SpellingCard(SessionModel session, Appearance appearance) {
        this.session = session;
        getStyleClass().addAll("card", "spelling-card");
        getChildren().addAll(sentence(), problem(), table(appearance));
        session.promptProperty().subscribe(prompt -> {
            if (!prompt.equals(text.getText())) {
                text.setText(prompt);
            }
        });
        session.readingProperty().subscribe(this::show);
        session.positionProperty().subscribe(this::choose);
        appearance
                .textScaleProperty()
                .subscribe(() -> choose(session.positionProperty().get()));
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
                columns.requestFocus();
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

    private Node table(Appearance appearance) {
        VBox names = new VBox();
        names.getStyleClass().add("spelling-names");
        for (String name : SpellingCell.rows()) {
            Label label = new Label(name);
            label.getStyleClass().addAll("row-name", "row-" + name);
            names.getChildren().add(label);
        }
        names.setMinWidth(Region.USE_PREF_SIZE);
        columns.setId("spelling");
        Marked.as(Part.TOKENS, columns);
        Marked.asAll(Part.TOKEN, position -> SpellingCell.piece(columns, position), columns);
        columns.setOrientation(Orientation.HORIZONTAL);
        columns.getStyleClass().add("spelling-list");
        columns.setCellFactory(_ -> new SpellingCell(session, appearance));
        columns.setPlaceholder(new Label("The sentence appears here when the model is open."));
        columns.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        HBox.setHgrow(columns, Priority.ALWAYS);
        HBox row = new HBox(names, columns);
        row.getStyleClass().add("spelling-row");
        return row;
    }

    /** Token by token, also where several share a column. */
    private void key(KeyEvent event) {
        Reading reading = session.reading();
        if (reading == null || event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        int last = reading.trace().length() - 1;
        int now = session.positionProperty().get();
        int next = switch (event.getCode()) {
            case LEFT -> Math.max(0, now - 1);
            case RIGHT -> Math.min(last, now + 1);
            case HOME -> 0;
            case END -> last;
            default -> -1;
        };
        if (next >= 0) {
            session.positionProperty().set(next);
            event.consume();
        }
    }

    private void show(@Nullable Reading reading) {
        if (reading != null) {
            columns.getItems().setAll(Spelling.of(reading.trace().tokens()));
            choose(session.positionProperty().get());
        }
    }

    private void choose(Number position) {
        int column = IntStream.range(0, columns.getItems().size())
                .filter(i -> columns.getItems().get(i).holds(position.intValue()))
                .findFirst()
                .orElse(-1);
        columns.refresh();
        if (column >= 0) {
            columns.getSelectionModel().clearAndSelect(column);
            columns.scrollTo(column);
        }
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
