package tokenwalk.app.attention.view;

import javafx.scene.layout.BorderPane;
import tokenwalk.app.attention.model.AttentionModel;
import tokenwalk.app.controls.TwoColumns;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;

/** All heads of the layer, and the chosen one step by step: in the place of the panels while it is open. */
public final class HeadsAndSteps extends BorderPane {
    private static final double HEADS_WIDTH = 25;
    private static final double BESIDE_FROM = 66;

    public HeadsAndSteps(SessionModel session, AttentionModel model, Appearance appearance) {
        setId("heads-pane");
        setCenter(new TwoColumns(
                new StepsCard(model, appearance),
                new HeadsCard(session, model, appearance),
                HEADS_WIDTH,
                BESIDE_FROM,
                appearance));
    }
}
