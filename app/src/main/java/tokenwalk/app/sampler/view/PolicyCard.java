package tokenwalk.app.sampler.view;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tokenwalk.app.controls.WrapRow;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.app.generation.view.BestOrDraw;
import tokenwalk.app.generation.view.PolicyRow;
import tokenwalk.app.generation.view.SampleButtons;
import tokenwalk.app.pointing.Marked;
import tokenwalk.lessons.place.Part;

/** The knobs of decoding: the same ones as in the walkthrough. */
public final class PolicyCard extends VBox {
    public PolicyCard(GenerationModel model) {
        getStyleClass().addAll("card", "policy-card");
        HBox buttons = new HBox(
                Marked.as(Part.BEST_OR_DRAW, new BestOrDraw(model)),
                Marked.as(Part.SAMPLE, new SampleButtons(model, "Sample ×1")));
        buttons.getStyleClass().add("policy-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().add(new WrapRow(new PolicyRow(model), buttons));
    }
}
