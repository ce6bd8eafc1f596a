package tokenwalk.app.generation.view;

import javafx.beans.binding.BooleanExpression;
import javafx.css.PseudoClass;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.presenter.SpokenOf;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.place.Part;

/** The panel «Generating the next token». */
public final class GenerationCard extends VBox {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    /** @param compact whether room is scarce: fewer words, narrower buttons, and the policy folded */
    public GenerationCard(
            SessionModel session,
            GenerationModel model,
            Appearance appearance,
            SpokenOf spokenOf,
            BooleanExpression compact) {
        getStyleClass().addAll("card", "generation-card");
        compact.subscribe(now -> pseudoClassStateChanged(COMPACT, now));
        CandidateBars bars = new CandidateBars(session, model, appearance);
        setVgrow(bars, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new GenerationHeading(session, model, spokenOf, compact),
                        Marked.as(Part.GENERATED, new GeneratedBox(session, model, appearance)),
                        new StepButtons(session, model, spokenOf),
                        bars,
                        policy(model, spokenOf, compact));
    }

    static FoldingPolicy policy(GenerationModel model, SpokenOf spokenOf, BooleanExpression compact) {
        Part[] knobs = {Part.TEMPERATURE, Part.TOP_K, Part.TOP_P, Part.SEED};
        return spokenOf.show(new FoldingPolicy(model, compact, spokenOf.named(knobs)), knobs);
    }
}
