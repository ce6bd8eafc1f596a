package tokenwalk.app.mlp;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tokenwalk.app.contributions.ContributionsModel;
import tokenwalk.app.contributions.LayerChoice;
import tokenwalk.app.contributions.StationCard;
import tokenwalk.app.controls.TwoColumns;
import tokenwalk.app.mlp.model.MlpModel;
import tokenwalk.app.mlp.view.NeuronCard;
import tokenwalk.app.mlp.view.NeuronStripCard;
import tokenwalk.app.mlp.view.StrongestNeuronsCard;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.screen.Shared;
import tokenwalk.lessons.place.Part;

/** The screen «MLP»: the neurons of a layer for the chosen token, and the tokens they push. */
public final class MlpScreen extends ScrollPane {
    public MlpScreen(Shared shared) {
        getStyleClass().add("screen-scroll");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        ContributionsModel contributions = new ContributionsModel(shared.session(), shared.background());
        // Read only while somebody looks.
        contributions.shownProperty().bind(sceneProperty().isNotNull());
        MlpModel model = new MlpModel(shared.session(), contributions, shared.background());
        StrongestNeuronsCard strongest = Marked.as(Part.STRONGEST_NEURONS, new StrongestNeuronsCard(model));
        TwoColumns row =
                new TwoColumns(strongest, Marked.as(Part.NEURON, new NeuronCard(model)), 33, 80, shared.appearance());
        VBox.setVgrow(row, Priority.ALWAYS);
        VBox neurons = new VBox(Marked.as(Part.NEURONS, new NeuronStripCard(model, shared.appearance())), row);
        neurons.getStyleClass().add("neurons");
        neurons.visibleProperty().bind(model.neuronsProperty().isNotNull());
        VBox.setVgrow(neurons, Priority.ALWAYS);
        Label empty = new Label("The neurons appear here as soon as the model has read a sentence.");
        empty.getStyleClass().add("muted");
        empty.visibleProperty().bind(model.neuronsProperty().isNull());
        empty.managedProperty().bind(empty.visibleProperty());
        VBox screen = new VBox(new StationCard(shared, new LayerChoice(shared.session(), "mlp-layer")), empty, neurons);
        screen.getStyleClass().add("screen");
        setContent(screen);
    }
}
