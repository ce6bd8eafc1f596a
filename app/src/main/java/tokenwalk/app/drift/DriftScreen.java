package tokenwalk.app.drift;

import javafx.scene.layout.VBox;
import tokenwalk.app.screen.Shared;

/** A station that is being built. */
public final class DriftScreen extends VBox {
    public DriftScreen(Shared shared) {
        getStyleClass().add("screen");
    }
}
