package tokenwalk.app.drift;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tokenwalk.app.controls.MainAndSide;
import tokenwalk.app.controls.TokenChipRow;
import tokenwalk.app.drift.model.DriftScreenModel;
import tokenwalk.app.drift.model.PrincipalComponents;
import tokenwalk.app.drift.view.DriftCurvesCard;
import tokenwalk.app.drift.view.DriftPlotCard;
import tokenwalk.app.labels.SentenceChips;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.screen.Shared;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.place.Part;

/** The screen «Drift»: the sentence, the large plot with its switches, and the curves that need no projection. */
public final class DriftScreen extends ScrollPane {
    private static final double SIDE = 360;

    public DriftScreen(Shared shared) {
        getStyleClass().add("screen-scroll");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        SessionModel session = shared.session();
        DriftScreenModel model = new DriftScreenModel(session, new PrincipalComponents(), shared.background());
        MainAndSide panels = new MainAndSide(
                Marked.as(Part.DRIFT_PLOT, new DriftPlotCard(session, model, shared.appearance())),
                Marked.as(Part.DRIFT_CURVES, new DriftCurvesCard(session, model, shared.appearance())),
                SIDE,
                shared.appearance());
        VBox.setVgrow(panels, Priority.ALWAYS);
        VBox screen = new VBox(sentence(session, shared.appearance()), panels);
        screen.getStyleClass().add("screen");
        setContent(screen);
        shared.navigation()
                .screenProperty()
                .subscribe(open -> model.activeProperty().set(open == ScreenId.DRIFT));
    }

    private static StackPane sentence(SessionModel session, Appearance appearance) {
        TokenChipRow chips = SentenceChips.of(session, appearance);
        chips.setId("drift-chips");
        chips.visibleProperty().bind(session.readingProperty().isNotNull());
        Label empty = new Label("The tokens stand here as soon as the model has read a sentence.");
        empty.getStyleClass().add("muted");
        empty.visibleProperty().bind(session.readingProperty().isNull());
        StackPane card = new StackPane(chips, empty);
        card.getStyleClass().addAll("card", "drift-sentence");
        return card;
    }
}
