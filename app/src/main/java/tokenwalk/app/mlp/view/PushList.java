package tokenwalk.app.mlp.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tokenwalk.app.controls.SignedBar;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.mlp.model.Push.Change;
import tokenwalk.runtime.model.LanguageModel;

/** Tokens that a neuron pushes one way, with how far. A click on one tells where its number comes from. */
final class PushList extends VBox {
    private final List<Row> rows = new ArrayList<>();
    private List<Change> changes = List.of();

    PushList(String title, int capacity, Explain explain) {
        getStyleClass().add("push-list");
        Label heading = new Label(title);
        heading.getStyleClass().add("bar-heading");
        getChildren().add(heading);
        for (int i = 0; i < capacity; i++) {
            int place = i;
            Row row = new Row(owner -> {
                if (place < changes.size()) {
                    explain.accept(changes.get(place), owner);
                }
            });
            rows.add(row);
            getChildren().add(row);
        }
    }

    /** Tells where one of the numbers comes from, beside a node. */
    @FunctionalInterface
    interface Explain {
        void accept(Change change, Node owner);
    }

    /** @param most the change that fills a bar */
    void show(List<Change> newChanges, double most, LanguageModel model) {
        changes = newChanges;
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).setVisible(i < changes.size());
            if (i < changes.size()) {
                rows.get(i).show(changes.get(i), most, model);
            }
        }
    }

    /** token | bar | number */
    private static final class Row extends Button {
        private final TokenText token = new TokenText();
        private final SignedBar bar = new SignedBar("push");
        private final Label change = new Label();

        Row(Consumer<Node> clicked) {
            getStyleClass().setAll("part-row");
            change.getStyleClass().addAll("number", "part-change");
            bar.getStyleClass().add("push-bar");
            HBox first = new HBox(token);
            first.setAlignment(Pos.CENTER_LEFT);
            first.setMinWidth(0);
            first.setPrefWidth(0);
            HBox.setHgrow(first, Priority.ALWAYS);
            HBox cells = new HBox(first, bar, change);
            cells.setAlignment(Pos.CENTER_LEFT);
            cells.getStyleClass().add("part-cells");
            setGraphic(cells);
            setMaxWidth(Double.MAX_VALUE);
            cells.prefWidthProperty().bind(widthProperty().subtract(8));
            setOnAction(_ -> clicked.accept(this));
        }

        void show(Change now, double most, LanguageModel model) {
            token.setToken(TokenLabels.of(model.token(now.token())));
            bar.show(now.change() / most);
            change.setText(SignedNumber.marked(now.change(), 2));
            setAccessibleText(token.getToken().plain() + " " + change.getText());
        }
    }
}
