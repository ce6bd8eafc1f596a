package tokenwalk.app.sampler;

import javafx.scene.layout.VBox;
import tokenwalk.app.screen.Shared;

/** A station that is being built. */
public final class SamplerScreen extends VBox {
    public SamplerScreen(Shared shared) {
        getStyleClass().add("screen");
    }
}
