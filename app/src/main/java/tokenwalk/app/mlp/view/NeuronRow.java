package tokenwalk.app.mlp.view;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.SignedBar;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.mlp.model.Push;
import tokenwalk.runtime.model.LanguageModel;

/** A neuron: its number, its activation, and the first few tokens it pushes up and down. */
final class NeuronRow extends Button {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int TOKENS = 3;

    private final Label neuron = new Label();
    private final SignedBar bar = new SignedBar("mlp");
    private final Label activation = new Label();
    private final HBox up = tokens();
    private final HBox down = tokens();

    NeuronRow() {
        getStyleClass().setAll("part-row");
        neuron.getStyleClass().addAll("number", "neuron-number");
        bar.getStyleClass().add("neuron-bar");
        activation.getStyleClass().addAll("number", "neuron-activation");
        HBox cells = cells(neuron, bar, activation, up, down);
        setGraphic(cells);
        setMaxWidth(Double.MAX_VALUE);
        cells.prefWidthProperty().bind(widthProperty().subtract(8));
    }

    /** @return the columns of the table; the last two share what room there is */
    static HBox cells(Node neuron, Region bar, Region activation, Region up, Region down) {
        HBox cells = new HBox(neuron, bar, activation, up, down);
        cells.getStyleClass().add("neuron-cells");
        cells.setAlignment(Pos.CENTER_LEFT);
        for (Region side : List.of(up, down)) {
            side.setPrefWidth(0);
            side.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(side, Priority.ALWAYS);
        }
        return cells;
    }

    private static HBox tokens() {
        HBox tokens = new HBox();
        tokens.getStyleClass().add("pushed-tokens");
        tokens.setAlignment(Pos.CENTER_LEFT);
        tokens.setMinWidth(0);
        return tokens;
    }

    /** @param most the largest magnitude in the layer */
    void show(int number, double value, double most) {
        neuron.setText(Integer.toString(number));
        bar.show(value / most);
        activation.setText(SignedNumber.marked(value, 2));
        setAccessibleText("neuron " + number + ", activation " + activation.getText());
    }

    /** @param push null while it is not computed */
    void show(@Nullable Push push, LanguageModel model) {
        fill(up, push == null ? List.of() : push.up(), model);
        fill(down, push == null ? List.of() : push.down(), model);
    }

    private static void fill(HBox box, List<Push.Change> changes, LanguageModel model) {
        box.getChildren()
                .setAll(changes.stream()
                        .limit(TOKENS)
                        .map(change -> {
                            TokenText text = new TokenText(TokenLabels.of(model.token(change.token())));
                            text.getStyleClass().add("boxed-token");
                            return text;
                        })
                        .toList());
    }

    void mark(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }
}
