package tokenwalk.app.practice;

import javafx.scene.layout.VBox;
import tokenwalk.app.screen.Shared;

/** The screen «Tiny logits lab». */
public final class LabScreen extends VBox {
    private final Shared shared;

    public LabScreen(Shared shared) {
        this.shared = shared;
        getStyleClass().add("screen");
        visibleProperty().bind(this.shared.session().readingProperty().isNotNull());
    }
}
