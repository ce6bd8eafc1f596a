package tokenwalk.app.logits;

import javafx.scene.layout.VBox;
import tokenwalk.app.screen.Shared;

/** A station that is being built. */
public final class LogitsScreen extends VBox {
    public LogitsScreen(Shared shared) {
        getStyleClass().add("screen");
    }
}
