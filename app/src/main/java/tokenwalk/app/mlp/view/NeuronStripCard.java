package tokenwalk.app.mlp.view;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.HeatStrip;
import tokenwalk.app.controls.Numbers;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.mlp.model.MlpModel;
import tokenwalk.app.mlp.model.Neurons;
import tokenwalk.app.provenance.ProvenancePopOver;
import tokenwalk.app.theme.Appearance;

/** All neurons of the layer as one strip; a click, or ← → on it, chooses one. */
public final class NeuronStripCard extends VBox {
    private final MlpModel model;
    private final HeatStrip strip;
    private final Label title = new Label();
    private final Label summary = new Label();

    public NeuronStripCard(MlpModel model, Appearance appearance) {
        this.model = model;
        this.strip = new HeatStrip(appearance, "neuron");
        getStyleClass().addAll("card", "neuron-strip-card");
        title.getStyleClass().add("card-title");
        title.setId("neurons-title");
        summary.setId("neurons-summary");
        summary.getStyleClass().add("note");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button where = new Button("Where from?");
        where.setId("neurons-where");
        where.getStyleClass().addAll("flat", "small");
        where.setMinWidth(USE_PREF_SIZE);
        where.setOnAction(_ -> {
            Neurons now = model.neuronsProperty().get();
            if (now != null) {
                ProvenancePopOver.show(
                        NeuronProvenance.ofActivation(
                                now, model.neuronProperty().get()),
                        where);
            }
        });
        HBox heading = new HBox(title, summary, gap, where);
        heading.getStyleClass().add("card-heading");
        heading.setAlignment(Pos.CENTER_LEFT);
        strip.setId("neuron-strip");
        strip.getStyleClass().add("neuron-strip");
        strip.setFocusTraversable(true);
        strip.selectedProperty().bind(model.neuronProperty());
        strip.addEventHandler(
                MouseEvent.MOUSE_PRESSED, _ -> choose(strip.hoveredProperty().get()));
        strip.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        getChildren().addAll(heading, strip);
        model.neuronsProperty().subscribe(this::show);
    }

    /** Many neurons share a pixel; what one sees there is the strongest of them, so that is what a click means. */
    private void choose(int under) {
        Neurons now = model.neuronsProperty().get();
        if (now == null || under == HeatStrip.NONE) {
            return;
        }
        strip.requestFocus();
        int size = now.activations().size();
        int reach = (int) Math.ceil(size / Math.max(1, strip.getWidth()));
        int chosen = under;
        for (int near = Math.max(0, under - reach); near <= Math.min(size - 1, under + reach); near++) {
            if (Math.abs(now.activations().at(near))
                    > Math.abs(now.activations().at(chosen))) {
                chosen = near;
            }
        }
        model.neuronProperty().set(chosen);
    }

    private void key(KeyEvent event) {
        Neurons now = model.neuronsProperty().get();
        if (now == null || event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        int last = now.activations().size() - 1;
        int at = model.neuronProperty().get();
        int next = switch (event.getCode()) {
            case LEFT -> Math.max(0, at - 1);
            case RIGHT -> Math.min(last, at + 1);
            case HOME -> 0;
            case END -> last;
            default -> HeatStrip.NONE;
        };
        if (next != HeatStrip.NONE) {
            model.neuronProperty().set(next);
            event.consume();
        }
    }

    private void show(@Nullable Neurons now) {
        if (now == null) {
            return;
        }
        int size = now.activations().size();
        int position = now.of().position();
        String token = TokenLabels.of(now.of().reading().trace().tokens().get(position))
                .plain();
        title.setText("%,d neurons of layer %d for %s %d".formatted(size, now.layer(), token, position + 1));
        summary.setText("%,d of them hold half of all activation".formatted(now.holdingHalf()));
        strip.setNumbers(Numbers.of(size, now.activations()::at));
    }
}
