package tokenwalk.app.generation.view;

import javafx.beans.binding.BooleanExpression;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tokenwalk.app.comparison.model.ComparisonModel;
import tokenwalk.app.comparison.view.ComparedColumns;
import tokenwalk.app.comparison.view.ModelHeading;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.presenter.SpokenOf;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.place.Part;

/** The next token of two models: the commands once, on top, for both; below, what each makes of them. */
public final class ComparedGeneration extends VBox {
    /** @param compact whether room is scarce */
    public ComparedGeneration(
            SessionModel session,
            GenerationModel model,
            ComparisonModel comparison,
            Appearance appearance,
            SpokenOf spokenOf,
            BooleanExpression compact) {
        getStyleClass().add("compared-generation");
        FoldingPolicy policy = GenerationCard.policy(model, spokenOf, compact);
        StepButtons buttons = new StepButtons(session, model, spokenOf);
        HBox.setHgrow(buttons, Priority.ALWAYS);
        HBox.setHgrow(policy, Priority.ALWAYS);
        HBox commands = new HBox(buttons, policy);
        commands.getStyleClass().add("compared-commands");
        VBox both = new VBox(new GenerationHeading(session, model, spokenOf, compact), commands);
        both.getStyleClass().addAll("card", "generation-card");
        ComparedColumns columns = new ComparedColumns(
                column(ModelHeading.first(session), session, model, appearance),
                column(ModelHeading.second(comparison), comparison.session(), comparison.generation(), appearance),
                appearance);
        setVgrow(columns, Priority.ALWAYS);
        getChildren().addAll(both, columns);
    }

    private static VBox column(
            ModelHeading heading, SessionModel session, GenerationModel model, Appearance appearance) {
        CandidateBars bars = new CandidateBars(session, model, appearance);
        setVgrow(bars, Priority.ALWAYS);
        VBox column = new VBox(heading, Marked.as(Part.GENERATED, new GeneratedBox(session, model, appearance)), bars);
        column.getStyleClass().addAll("card", "generation-card", "compared-column");
        return column;
    }
}
