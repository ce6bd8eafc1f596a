package tokenwalk.app.sampler.view;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tokenwalk.app.controls.WrapRow;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.app.generation.view.BestOrDraw;
import tokenwalk.app.generation.view.PolicyRow;
import tokenwalk.app.generation.view.SampleButtons;

/** The knobs of decoding: the same ones as in the walkthrough. */
public final class PolicyCard extends VBox {
    public PolicyCard(GenerationModel model) {
        getStyleClass().addAll("card", "policy-card");
        HBox buttons = new HBox(new BestOrDraw(model), new SampleButtons(model, "Sample ×1"));
        buttons.getStyleClass().add("policy-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().add(new WrapRow(new PolicyRow(model), buttons));
    }
}
