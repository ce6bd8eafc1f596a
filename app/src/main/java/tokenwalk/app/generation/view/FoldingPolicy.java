package tokenwalk.app.generation.view;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.runtime.sampling.SamplingPolicy;

/** The policy, which folds into one line where room is scarce. The line tells the values, a click shows their knobs. */
final class FoldingPolicy extends VBox {
    /**
     * @param compact whether room is scarce
     * @param asked whether a lesson speaks of the policy: it unfolds by itself then, and folds when the lesson goes on
     */
    FoldingPolicy(GenerationModel model, BooleanExpression compact, BooleanExpression asked) {
        getStyleClass().add("folding-policy");
        ToggleButton open = new ToggleButton();
        open.setId("policy");
        open.getStyleClass().addAll("flat", "small");
        open.setMinWidth(USE_PREF_SIZE);
        open.textProperty()
                .bind(Bindings.when(open.selectedProperty()).then("Policy ▴").otherwise("Policy ▾"));
        asked.subscribe(open::setSelected);
        Label values = new Label();
        values.setId("policy-values");
        values.getStyleClass().addAll("note", "number");
        values.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> words(
                                model.policyProperty().get(),
                                model.seedProperty().get()),
                        model.policyProperty(),
                        model.seedProperty()));
        values.visibleProperty().bind(open.selectedProperty().not());
        HBox line = new HBox(open, values);
        line.getStyleClass().add("policy-line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.visibleProperty().bind(compact);
        line.managedProperty().bind(line.visibleProperty());
        PolicyRow knobs = new PolicyRow(model);
        knobs.visibleProperty().bind(compact.not().or(open.selectedProperty()));
        knobs.managedProperty().bind(knobs.visibleProperty());
        getChildren().addAll(line, knobs);
    }

    private static String words(SamplingPolicy policy, long seed) {
        return String.format(
                "T %s · top-k %s · top-p %s · seed %d",
                PolicyRow.temperatureWords(policy), PolicyRow.topKWords(policy), PolicyRow.topPWords(policy), seed);
    }
}
