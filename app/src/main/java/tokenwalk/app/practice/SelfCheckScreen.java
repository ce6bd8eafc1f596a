package tokenwalk.app.practice;

import java.time.Clock;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tokenwalk.app.controls.MainAndSide;
import tokenwalk.app.practice.model.SelfCheckModel;
import tokenwalk.app.practice.view.SelfCheckCard;
import tokenwalk.app.practice.view.SelfCheckList;
import tokenwalk.app.progress.ProgressCard;
import tokenwalk.app.progress.ProgressModel;
import tokenwalk.app.progress.ProgressNote;
import tokenwalk.app.screen.Shared;
import tokenwalk.lessons.practice.SelfCheck;

/** The screen «Self-check». */
public final class SelfCheckScreen extends VBox {
    private static final double LIST_WIDTH = 380;

    public SelfCheckScreen(Shared shared) {
        ProgressModel progress = shared.learning().progress();
        SelfCheckModel model = new SelfCheckModel(SelfCheck.bundled(), progress, Clock.systemDefaultZone());
        SelfCheckList list = new SelfCheckList(model);
        list.getChildren().add(ProgressCard.button(progress));
        MainAndSide both = new MainAndSide(new SelfCheckCard(model, shared), list, LIST_WIDTH, shared.appearance());
        setVgrow(both, Priority.ALWAYS);
        getStyleClass().addAll("screen", "practice-screen");
        getChildren().addAll(new ProgressNote(progress), both);
    }
}
