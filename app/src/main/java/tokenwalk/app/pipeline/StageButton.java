package tokenwalk.app.pipeline;

import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A stage's name and, below it, what it holds right now. */
final class StageButton extends Button {
    static final String WAITING_DETAIL = "–";

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
    private static final PseudoClass CLICKABLE = PseudoClass.getPseudoClass("clickable");

    private final StringProperty detail = new SimpleStringProperty(this, "detail", WAITING_DETAIL);
    private final Stage stage;
    private final Label name = new Label();
    private final Label what = new Label();
    private Room room = Room.WIDE;
    private String count = "";

    StageButton(Stage stage) {
        this.stage = stage;
        name.setText(stage.label());
        name.getStyleClass().add("stage-name");
        what.getStyleClass().add("stage-detail");
        what.textProperty().bind(detail);
        VBox lines = new VBox(name, what);
        lines.setAlignment(Pos.CENTER);
        getStyleClass().setAll("stage", stage.part().name().toLowerCase(Locale.ROOT));
        setId("stage-" + stage.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        setGraphic(lines);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMinWidth(0);
        setHandler(null);
        detail.subscribe(this::describe);
    }

    StringProperty detailProperty() {
        return detail;
    }

    /** @param count what stands behind the name, or nothing */
    void setCount(String count) {
        this.count = count;
        write();
    }

    void setOpen(boolean open) {
        pseudoClassStateChanged(OPEN, open);
    }

    void setLit(boolean lit) {
        pseudoClassStateChanged(LIT, lit);
    }

    void fit(Room room) {
        this.room = room;
        what.setVisible(room == Room.WIDE);
        what.setManaged(room == Room.WIDE);
        write();
    }

    private void write() {
        name.setText((room == Room.TIGHT ? stage.shortLabel() : stage.label()) + count);
        describe(detail.get());
    }

    void setHandler(@Nullable Runnable handler) {
        setOnAction(handler == null ? null : event -> handler.run());
        setFocusTraversable(handler != null);
        pseudoClassStateChanged(CLICKABLE, handler != null);
    }

    private void describe(String now) {
        pseudoClassStateChanged(WAITING, now.equals(WAITING_DETAIL));
        setAccessibleText(name.getText() + ", " + now);
    }
}
