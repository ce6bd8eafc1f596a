package tokenwalk.app.attention;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tokenwalk.app.attention.model.WalkthroughModel;
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

        Label title = new Label("Self-Attention");
        title.getStyleClass().add("screen-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label what = new Label("Each token reads from the tokens before it; the last one predicts.");
        what.getStyleClass().add("muted");
        HBox heading = new HBox(title, what);
        heading.getStyleClass().add("screen-heading");
        heading.setAlignment(Pos.CENTER_LEFT);

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
        VBox screen = new VBox(heading, new TokensCard(session, model.attention(), appearance), panels);
        screen.getStyleClass().add("screen");
        setContent(screen);
    }
}
