package tokenwalk.app.cost.view;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What the cards' tables are made of. */
final class Cells {
    private Cells() {}

    static Label word(String words) {
        Label label = new Label(words);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    static Label heading(String words) {
        Label label = word(words);
        label.getStyleClass().add("note");
        return label;
    }

    static Label title(String words) {
        Label label = word(words);
        label.getStyleClass().add("card-title");
        return label;
    }

    /** A number, right-aligned in its column. */
    static Label number() {
        Label label = word("–");
        label.getStyleClass().add("number");
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    static Label rightHeading(String words) {
        Label label = heading(words);
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    static Label note(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("note");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A sentence that takes as many lines as it needs. */
    static Label wrapped(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Button flat(String id, String words) {
        Button button = new Button(words);
        button.setId(id);
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** Parts in one line, those after a {@link #gap} at its end. */
    static HBox line(Node... parts) {
        HBox line = new HBox(parts);
        line.getStyleClass().add("card-heading");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
