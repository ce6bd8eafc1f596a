package tokenwalk.app.embeddings.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tokenwalk.app.controls.HeatStrip;
import tokenwalk.app.controls.Numbers;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.tensor.Vector;

/** A long vector as heat strips of one scale, one below the other, each with the number of its first cell. */
final class WrappedStrip extends VBox {
    private static final int CELLS_IN_A_LINE = 144;
    private static final int MOST_LINES = 6;

    private final Appearance appearance;
    private final List<HeatStrip> lines = new ArrayList<>();

    WrappedStrip(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("wrapped-strip");
    }

    void show(Vector vector) {
        int count = Math.clamp(Math.ceilDiv(vector.size(), CELLS_IN_A_LINE), 1, MOST_LINES);
        int cells = Math.ceilDiv(vector.size(), count);
        while (lines.size() != count) {
            lines.clear();
            getChildren().clear();
            for (int i = 0; i < count; i++) {
                add(i * cells);
            }
        }
        for (int i = 0; i < count; i++) {
            Vector part = vector.slice(i * cells, Math.min(cells, vector.size() - i * cells));
            lines.get(i).scaleProperty().set(vector.largest());
            lines.get(i).setNumbers(Numbers.of(part.size(), part::at));
        }
    }

    private void add(int first) {
        HeatStrip strip = new HeatStrip(appearance);
        strip.setId("row-strip-" + lines.size());
        strip.firstIndexProperty().set(first);
        HBox.setHgrow(strip, Priority.ALWAYS);
        Label name = new Label(Integer.toString(first));
        name.getStyleClass().add("strip-first");
        HBox line = new HBox(name, strip);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("strip-row");
        VBox.setVgrow(line, Priority.ALWAYS);
        strip.setMaxHeight(Double.MAX_VALUE);
        line.setFillHeight(true);
        lines.add(strip);
        getChildren().add(line);
    }
}
