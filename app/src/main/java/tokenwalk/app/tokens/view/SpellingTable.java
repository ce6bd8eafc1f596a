package tokenwalk.app.tokens.view;

import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.tokens.model.Spelling;
import tokenwalk.lessons.place.Part;

/** How a sentence becomes numbers: characters, bytes, pieces, ids in aligned rows. */
final class SpellingTable extends HBox {
    private final SessionModel session;
    private final ListView<Spelling> columns = new ListView<>();

    SpellingTable(SessionModel session, Appearance appearance) {
        this.session = session;
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
        getChildren().addAll(names, columns);
        getStyleClass().add("spelling-row");
        session.readingProperty().subscribe(this::show);
        session.positionProperty().subscribe(this::choose);
        appearance
                .textScaleProperty()
                .subscribe(() -> choose(session.positionProperty().get()));
    }

    @Override
    public void requestFocus() {
        columns.requestFocus();
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
}
