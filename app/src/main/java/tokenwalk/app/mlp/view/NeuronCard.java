package tokenwalk.app.mlp.view;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.mlp.model.MlpModel;
import tokenwalk.app.mlp.model.Neurons;
import tokenwalk.app.mlp.model.Push;
import tokenwalk.app.mlp.model.Push.Change;
import tokenwalk.app.provenance.ProvenancePopOver;

/** The chosen neuron: the tokens that it pushes up and down through the unembedding. */
public final class NeuronCard extends VBox {
    private final MlpModel model;
    private final Label title = new Label();
    private final Label activation = new Label();
    private final PushList up = new PushList("pushes up", MlpModel.PUSHED, this::explain);
    private final PushList down = new PushList("pushes down", MlpModel.PUSHED, this::explain);

    public NeuronCard(MlpModel model) {
        this.model = model;
        getStyleClass().addAll("card", "neuron-card");
        title.getStyleClass().add("card-title");
        title.setId("neuron-title");
        activation.getStyleClass().add("muted");
        activation.setId("neuron-activation");
        up.setId("pushed-up");
        down.setId("pushed-down");
        HBox lists = new HBox(up, down);
        lists.getStyleClass().add("push-lists");
        for (PushList list : List.of(up, down)) {
            list.setPrefWidth(0);
            HBox.setHgrow(list, Priority.ALWAYS);
        }
        Label note = new Label(
                "Change of each token’s logit on the straight way: activation × the neuron’s column of the"
                        + " projection down, through the final norm (held fixed) and the unembedding. Later blocks may change it.");
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(title, activation, lists, note);
        model.neuronsProperty().subscribe(this::show);
        model.neuronProperty().subscribe(this::show);
        model.pushesProperty().subscribe(this::show);
    }

    private void show() {
        Neurons now = model.neuronsProperty().get();
        int neuron = model.neuronProperty().get();
        if (now == null || neuron >= now.activations().size()) {
            return;
        }
        title.setText("Neuron " + neuron);
        activation.setText("activation " + SignedNumber.marked(now.activations().at(neuron), 3));
        Push push = model.pushesProperty().get().get(neuron);
        if (push != null) {
            double most = Stream.of(push.up(), push.down())
                    .flatMap(List::stream)
                    .mapToDouble(change -> Math.abs(change.change()))
                    .max()
                    .orElse(1);
            up.show(push.up(), most, now.of().reading().model());
            down.show(push.down(), most, now.of().reading().model());
        }
    }

    private void explain(Change change, Node owner) {
        @Nullable Neurons now = model.neuronsProperty().get();
        if (now != null) {
            ProvenancePopOver.show(
                    NeuronProvenance.ofPush(now, model.neuronProperty().get(), change), owner);
        }
    }
}
