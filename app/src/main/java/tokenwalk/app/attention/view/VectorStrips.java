package tokenwalk.app.attention.view;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.attention.model.AttentionModel.HeadView;
import tokenwalk.app.controls.HeatLegend;
import tokenwalk.app.controls.HeatStrip;
import tokenwalk.app.controls.Numbers;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.tensor.Vector;

/** The chosen token's query, key and value, one cell a number, on one scale. */
final class VectorStrips extends HBox {
    private final HeatStrip query;
    private final HeatStrip key;
    private final HeatStrip value;
    private final HeatLegend legend;

    VectorStrips(Appearance appearance) {
        query = strip("query-strip", appearance);
        key = strip("key-strip", appearance);
        value = strip("value-strip", appearance);
        legend = new HeatLegend(appearance);
        VBox rows = new VBox(
                row("Q", "badge-q", "Query: what this token asks for", query),
                row("K", "badge-k", "Key: what it answers to", key),
                row("V", "badge-v", "Value: what it passes on when it is looked at", value));
        rows.getStyleClass().add("strips");
        setHgrow(rows, Priority.ALWAYS);
        getStyleClass().add("vector-strips");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(rows, legend);
    }

    private static HeatStrip strip(String id, Appearance appearance) {
        HeatStrip strip = new HeatStrip(appearance);
        strip.setId(id);
        HBox.setHgrow(strip, Priority.ALWAYS);
        return strip;
    }

    private static Node row(String letter, String style, String meaning, HeatStrip strip) {
        Label badge = new Label(letter);
        badge.getStyleClass().add(style);
        badge.setTooltip(new Tooltip(meaning));
        strip.setAccessibleText(meaning);
        HBox row = new HBox(badge, strip);
        row.getStyleClass().add("strip-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    void show(@Nullable HeadView head) {
        if (head != null) {
            double scale = head.scale();
            show(query, head.query(), scale);
            show(key, head.key(), scale);
            show(value, head.value(), scale);
            legend.scaleProperty().set(scale);
        }
    }

    private static void show(HeatStrip strip, Vector vector, double scale) {
        strip.scaleProperty().set(scale);
        strip.setNumbers(Numbers.of(vector.size(), vector::at));
    }
}
