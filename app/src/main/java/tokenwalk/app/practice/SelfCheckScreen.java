package tokenwalk.app.practice;

import javafx.scene.layout.VBox;
import tokenwalk.app.screen.Shared;

/** The screen «Self-check». */
public final class SelfCheckScreen extends VBox {
    private final Shared shared;

    public SelfCheckScreen(Shared shared) {
        this.shared = shared;
        getStyleClass().add("screen");
        visibleProperty().bind(this.shared.session().readingProperty().isNotNull());
    }
}
