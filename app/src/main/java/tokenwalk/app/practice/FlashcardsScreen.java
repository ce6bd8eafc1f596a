package tokenwalk.app.practice;

import javafx.scene.layout.VBox;
import tokenwalk.app.screen.Shared;

/** The screen «Flashcards». */
public final class FlashcardsScreen extends VBox {
    private final Shared shared;

    public FlashcardsScreen(Shared shared) {
        this.shared = shared;
        getStyleClass().add("screen");
        visibleProperty().bind(this.shared.session().readingProperty().isNotNull());
    }
}
