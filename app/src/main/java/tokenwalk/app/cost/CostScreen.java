package tokenwalk.app.cost;

import javafx.scene.layout.VBox;
import tokenwalk.app.screen.Shared;

/** A station that is being built. */
public final class CostScreen extends VBox {
    public CostScreen(Shared shared) {
        getStyleClass().add("screen");
    }
}
