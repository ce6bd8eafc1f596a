package tokenwalk.app.attention;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tokenwalk.app.attention.model.WalkthroughModel;
import tokenwalk.app.attention.view.HeadsAndSteps;
import tokenwalk.app.attention.view.OpeningCard;
import tokenwalk.app.attention.view.PanelRow;
import tokenwalk.app.attention.view.TokensCard;
import tokenwalk.app.drift.view.DriftCard;
import tokenwalk.app.generation.view.GenerationCard;
import tokenwalk.app.lens.view.HighlightedTokenCard;
import tokenwalk.app.lens.view.NearestLine;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;

/** The screen «Self-Attention»: tokens and attention on top; below, drift, the highlighted token, and generation. */
public final class AttentionScreen extends ScrollPane {

    public AttentionScreen(SessionModel session, WalkthroughModel model, Appearance appearance) {
        getStyleClass().add("screen-scroll");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);

        NearestLine nearest = new NearestLine(session, model.highlighted(), appearance);
        OpeningCard opening = new OpeningCard(session);
        opening.visibleProperty().bind(session.readingProperty().isNull());
        PanelRow panels = new PanelRow(
                new DriftCard(session, model.drift(), appearance, nearest),
                new HighlightedTokenCard(session, model.highlighted(), appearance),
                new GenerationCard(session, model.generation(), appearance),
                opening,
                appearance);
        nearest.visibleProperty().bind(panels.columnsProperty().isEqualTo(PanelRow.Columns.TWO));
        nearest.managedProperty().bind(nearest.visibleProperty());
        VBox.setVgrow(panels, Priority.ALWAYS);
        HeadsAndSteps heads = new HeadsAndSteps(session, model.attention(), appearance);
        VBox.setVgrow(heads, Priority.ALWAYS);
        heads.visibleProperty().bind(model.attention().heads().shownProperty());
        heads.managedProperty().bind(heads.visibleProperty());
        panels.visibleProperty().bind(heads.visibleProperty().not());
        panels.managedProperty().bind(panels.visibleProperty());
        VBox screen = new VBox(new TokensCard(session, model.attention(), appearance), panels, heads);
        screen.getStyleClass().add("screen");
        setContent(screen);
    }
}
