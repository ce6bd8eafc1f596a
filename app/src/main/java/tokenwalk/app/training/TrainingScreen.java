package tokenwalk.app.training;

import javafx.scene.layout.VBox;
import tokenwalk.app.screen.Shared;

/** A station that is being built. */
public final class TrainingScreen extends VBox {
    public TrainingScreen(Shared shared) {
        getStyleClass().add("screen");
    }
}
