package tokenwalk.app.residual;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tokenwalk.app.contributions.ContributionsModel;
import tokenwalk.app.contributions.StationCard;
import tokenwalk.app.controls.TwoColumns;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.residual.model.ResidualModel;
import tokenwalk.app.residual.view.ScoredTokenChoice;
import tokenwalk.app.residual.view.StreamCard;
import tokenwalk.app.residual.view.StrongestCard;
import tokenwalk.app.residual.view.SumCard;
import tokenwalk.app.screen.Shared;
import tokenwalk.lessons.place.Part;

/** The screen «Residual stream»: what attention and MLP of every block add to the chosen token. */
public final class ResidualScreen extends ScrollPane {
    public ResidualScreen(Shared shared) {
        getStyleClass().add("screen-scroll");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        ContributionsModel contributions = new ContributionsModel(shared.session(), shared.background());
        // Read only while somebody looks.
        contributions.shownProperty().bind(sceneProperty().isNotNull());
        ResidualModel model = new ResidualModel(contributions);
        Node choice = new ScoredTokenChoice(model);
        StreamCard stream = Marked.as(Part.STREAM, new StreamCard(model, shared.appearance()));
        StrongestCard strongest =
                Marked.as(Part.STRONGEST_PARTS, new StrongestCard(shared.session(), model, shared.navigation()));
        VBox.setVgrow(strongest, Priority.ALWAYS);
        VBox side = new VBox(Marked.as(Part.STREAM_SUM, new SumCard(model)), strongest);
        side.getStyleClass().add("stream-side");
        TwoColumns row = new TwoColumns(stream, side, 25, 70, shared.appearance());
        VBox.setVgrow(row, Priority.ALWAYS);
        Label empty = new Label("The parts appear here as soon as the model has read a sentence.");
        empty.getStyleClass().add("muted");
        empty.setAlignment(Pos.TOP_LEFT);
        empty.visibleProperty().bind(contributions.partsProperty().isNull());
        empty.managedProperty().bind(empty.visibleProperty());
        row.visibleProperty().bind(contributions.partsProperty().isNotNull());
        VBox screen = new VBox(new StationCard(shared, choice), empty, row);
        screen.getStyleClass().add("screen");
        setContent(screen);
    }
}
