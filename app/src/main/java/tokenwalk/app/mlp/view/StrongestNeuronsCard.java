package tokenwalk.app.mlp.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.mlp.model.MlpModel;
import tokenwalk.app.mlp.model.Neurons;
import tokenwalk.app.mlp.model.Push;

/** The strongest neurons, one row each. */
public final class StrongestNeuronsCard extends VBox {
    private final MlpModel model;
    private final List<NeuronRow> rows = new ArrayList<>();

    public StrongestNeuronsCard(MlpModel model) {
        this.model = model;
        getStyleClass().addAll("card", "neurons-card");
        Label title = new Label("Strongest neurons");
        title.getStyleClass().add("card-title");
        HBox headings = NeuronRow.cells(
                heading("neuron", "neuron-number"),
                heading("", "neuron-bar"),
                heading("activation", "neuron-activation"),
                heading("pushes up", "pushed-tokens"),
                heading("pushes down", "pushed-tokens"));
        headings.getStyleClass().add("neuron-headings");
        VBox list = new VBox();
        list.setId("strongest-neurons");
        list.getStyleClass().add("part-rows");
        for (int i = 0; i < MlpModel.LISTED; i++) {
            NeuronRow row = new NeuronRow();
            int place = i;
            row.setOnAction(_ -> choose(place));
            rows.add(row);
            list.getChildren().add(row);
        }
        getChildren().addAll(title, headings, list);
        model.neuronsProperty().subscribe(this::show);
        model.pushesProperty().subscribe(this::showPushes);
        model.neuronProperty().subscribe(this::mark);
    }

    /** In a box of the column's width: the label's own em is smaller. */
    private static HBox heading(String word, String column) {
        Label label = new Label(word);
        label.getStyleClass().add("bar-heading");
        HBox box = new HBox(label);
        box.getStyleClass().add(column);
        return box;
    }

    private void choose(int place) {
        Neurons now = model.neuronsProperty().get();
        if (now != null) {
            model.neuronProperty().set(now.strongest().get(place));
        }
    }

    private void show(@Nullable Neurons now) {
        if (now == null) {
            return;
        }
        double most = now.activations().largest();
        for (int i = 0; i < rows.size(); i++) {
            boolean there = i < now.strongest().size();
            rows.get(i).setVisible(there);
            if (there) {
                int neuron = now.strongest().get(i);
                rows.get(i).show(neuron, now.activations().at(neuron), most);
            }
        }
        showPushes(model.pushesProperty().get());
        mark();
    }

    private void showPushes(Map<Integer, Push> pushes) {
        Neurons now = model.neuronsProperty().get();
        if (now != null) {
            for (int i = 0; i < Math.min(rows.size(), now.strongest().size()); i++) {
                rows.get(i)
                        .show(
                                pushes.get(now.strongest().get(i)),
                                now.of().reading().model());
            }
        }
    }

    private void mark() {
        Neurons now = model.neuronsProperty().get();
        if (now != null) {
            for (int i = 0; i < Math.min(rows.size(), now.strongest().size()); i++) {
                rows.get(i)
                        .mark(now.strongest().get(i) == model.neuronProperty().get());
            }
        }
    }
}
