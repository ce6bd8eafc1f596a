package tokenwalk.app.lens;

import javafx.scene.layout.VBox;
import tokenwalk.app.screen.Shared;

/** A station that is being built. */
public final class LensScreen extends VBox {
    public LensScreen(Shared shared) {
        getStyleClass().add("screen");
    }
}
