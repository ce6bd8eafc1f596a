package tokenwalk.app.practice;

import java.time.Clock;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tokenwalk.app.practice.model.FreePlayModel;
import tokenwalk.app.practice.model.LabModel;
import tokenwalk.app.practice.view.LabCards;
import tokenwalk.app.progress.ProgressModel;
import tokenwalk.app.progress.ProgressNote;
import tokenwalk.app.screen.Shared;

/** The screen «Tiny logits lab». */
public final class LabScreen extends VBox {
    public LabScreen(Shared shared) {
        ProgressModel progress = shared.learning().progress();
        LabModel model = new LabModel(progress, Clock.systemDefaultZone());
        LabCards cards = new LabCards(model, new FreePlayModel(), shared.appearance());
        setVgrow(cards, Priority.ALWAYS);
        getStyleClass().addAll("screen", "practice-screen");
        getChildren().addAll(new ProgressNote(progress), cards);
    }
}
