package tokenwalk.app.residual;

import javafx.scene.layout.VBox;
import tokenwalk.app.screen.Shared;

/** A station that is being built. */
public final class ResidualScreen extends VBox {
    public ResidualScreen(Shared shared) {
        getStyleClass().add("screen");
    }
}
