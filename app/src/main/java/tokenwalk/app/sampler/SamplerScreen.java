package tokenwalk.app.sampler;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tokenwalk.app.controls.SideBySide;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.sampler.model.SamplerModel;
import tokenwalk.app.sampler.view.CumulativeCard;
import tokenwalk.app.sampler.view.DrawsCard;
import tokenwalk.app.sampler.view.OneDrawCard;
import tokenwalk.app.sampler.view.PolicyCard;
import tokenwalk.app.sampler.view.StagesCard;
import tokenwalk.app.screen.Shared;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.place.Part;

/** The screen «Softmax and sampler»: the policy's knobs, every stage of every token, and the draws. */
public final class SamplerScreen extends StackPane {
    private static final double LEFT = 0.604;

    public SamplerScreen(Shared shared) {
        Appearance appearance = shared.appearance();
        GenerationModel generation = shared.walkthrough().generation();
        SamplerModel model = new SamplerModel(shared.session(), generation);

        CumulativeCard cumulative = Marked.as(Part.CUMULATIVE, new CumulativeCard(model, appearance));
        VBox right = new VBox(
                cumulative,
                Marked.as(Part.ONE_DRAW, new OneDrawCard(model, appearance)),
                Marked.as(Part.DRAWS, new DrawsCard(model, appearance)));
        right.getStyleClass().add("station-column");
        VBox.setVgrow(cumulative, Priority.ALWAYS);
        SideBySide panels =
                new SideBySide(Marked.as(Part.STAGES, new StagesCard(model, appearance)), right, LEFT, appearance);
        VBox.setVgrow(panels, Priority.ALWAYS);
        VBox screen = new VBox(Marked.as(Part.SAMPLER_POLICY, new PolicyCard(generation)), panels);
        screen.getStyleClass().add("screen");
        ScrollPane scroll = new ScrollPane(screen);
        scroll.getStyleClass().add("screen-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.visibleProperty().bind(shared.session().readingProperty().isNotNull());
        getChildren().addAll(waiting(shared), scroll);
    }

    private static Node waiting(Shared shared) {
        Label words = new Label("The stages appear as soon as the model has read the sentence.");
        words.getStyleClass().add("muted");
        words.visibleProperty().bind(shared.session().readingProperty().isNull());
        return words;
    }
}
