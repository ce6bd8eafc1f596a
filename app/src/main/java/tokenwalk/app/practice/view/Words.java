package tokenwalk.app.practice.view;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What the cards of practice are made of. */
final class Words {
    private Words() {}

    static Label label(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styles);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** Takes as many lines as it needs. */
    static Label wrapped(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Button button(String id, String words, Runnable action, String... styles) {
        Button button = new Button(words);
        button.setId(id);
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

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

    /** Without a size: takes no room while it is hidden. */
    static void showOnly(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
