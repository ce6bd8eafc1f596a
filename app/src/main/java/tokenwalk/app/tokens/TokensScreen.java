package tokenwalk.app.tokens;

import javafx.scene.layout.VBox;
import tokenwalk.app.screen.Shared;

/** A station that is being built. */
public final class TokensScreen extends VBox {
    public TokensScreen(Shared shared) {
        getStyleClass().add("screen");
    }
}
