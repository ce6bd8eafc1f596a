package tokenwalk.app.mlp;

import javafx.scene.layout.VBox;
import tokenwalk.app.screen.Shared;

/** A station that is being built. */
public final class MlpScreen extends VBox {
    public MlpScreen(Shared shared) {
        getStyleClass().add("screen");
    }
}
