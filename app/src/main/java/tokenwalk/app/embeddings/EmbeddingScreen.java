package tokenwalk.app.embeddings;

import javafx.scene.layout.VBox;
import tokenwalk.app.screen.Shared;

/** A station that is being built. */
public final class EmbeddingScreen extends VBox {
    public EmbeddingScreen(Shared shared) {
        getStyleClass().add("screen");
    }
}
