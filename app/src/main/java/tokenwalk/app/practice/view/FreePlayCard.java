package tokenwalk.app.practice.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tokenwalk.app.practice.model.FreePlayModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.sampling.Distribution;

/** Own words and logits, and their shares at three temperatures side by side. */
final class FreePlayCard extends VBox {
    private static final double HOTTEST = 3;
    private static final double COLDEST = 0.1;
    private static final int FIRST_SHARES = 4;

    private final FreePlayModel model;
    private final Appearance appearance;
    private final GridPane table = new GridPane();
    private final List<FreePlayRow> rows = new ArrayList<>();
    private final Button add;

    FreePlayCard(FreePlayModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
        getStyleClass().addAll("card", "free-play");
        table.getStyleClass().add("free-play-table");
        add = Words.button("add-word", "+ Add a word", model::add);
        Slider topK = slider("free-top-k", 0, 10, 1);
        topK.valueProperty().bindBidirectional(model.topKProperty());
        Slider topP = slider("free-top-p", 0.05, 1, 0.05);
        topP.valueProperty().bindBidirectional(model.topPProperty());
        Label k = Words.label("", "number");
        Label p = Words.label("", "number");
        model.topKProperty().subscribe(now -> k.setText(now.intValue() == 0 ? "off" : now.toString()));
        model.topPProperty().subscribe(now -> p.setText(now.doubleValue() >= 1 ? "off" : two(now.doubleValue())));
        HBox knobs = Words.line(
                add,
                Words.gap(),
                Words.label("Top-k"),
                topK,
                k,
                Words.label("Top-p"),
                topP,
                p,
                Words.button("free-reset", "The lab's words", model::reset, "flat"));
        getChildren()
                .addAll(
                        knobs,
                        table,
                        Words.wrapped(
                                "Bars of one row are one word: the same logit, three temperatures. Filters cut after softmax; what is left is scaled to 100 %.",
                                "note"));
        headings();
        model.subscribe(this::show);
        show();
    }

    private static String two(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private static Slider slider(String id, double least, double most, double step) {
        Slider slider = new Slider(least, most, most);
        slider.setId(id);
        slider.setBlockIncrement(step);
        slider.setMajorTickUnit(step);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.getStyleClass().add("decoding");
        return slider;
    }

    private void headings() {
        table.add(Words.label("word", "note"), 0, 0);
        table.add(Words.label("logit", "note", "model-word"), 1, 0, 2, 1);
        for (int i = 0; i < model.temperatures().size(); i++) {
            Node heading = temperature(i);
            table.add(heading, FIRST_SHARES + 2 * i, 0, 2, 1);
            GridPane.setHgrow(heading, Priority.ALWAYS);
        }
    }

    private Node temperature(int index) {
        Slider slider = slider("free-temperature-" + (index + 1), COLDEST, HOTTEST, 0.1);
        Label value = Words.label("", "number", "decoding-word");
        value.setId("free-temperature-value-" + (index + 1));
        slider.setMinWidth(0);
        slider.setSnapToTicks(false);
        slider.valueProperty().bindBidirectional(model.temperatures().get(index));
        model.temperatures().get(index).subscribe(now -> value.setText("T = " + two(now.doubleValue())));
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox heading = Words.line(value, slider);
        GridPane.setHalignment(heading, HPos.LEFT);
        return heading;
    }

    /** Rows stay while their words do, so that a field being typed into is not taken away. */
    private void show() {
        int count = model.vocabularyProperty().get().words().size();
        while (rows.size() > count) {
            table.getChildren().removeAll(rows.removeLast().nodes());
        }
        while (rows.size() < count) {
            FreePlayRow row = new FreePlayRow(model, appearance, rows.size());
            rows.add(row);
            int column = 0;
            for (Node node : row.nodes()) {
                table.add(node, column++, rows.size());
            }
        }
        List<Distribution> distributions = model.distributions();
        rows.forEach(row -> row.show(distributions));
        add.setDisable(!model.canAdd());
    }
}
