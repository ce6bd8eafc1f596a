package tokenwalk.app.presenter;

import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Fills the screen while the program is shown to a class, and stops presenting when the window leaves full screen. */
final class FullScreen {
    private final Node root;
    private final BooleanProperty presenting;
    private Subscription left = Subscription.EMPTY;

    /** @param root what fills the window; as a part of something else, it fills no screen */
    FullScreen(Node root, BooleanProperty presenting) {
        this.root = root;
        this.presenting = presenting;
    }

    private @Nullable Window window() {
        Scene scene = root.getScene();
        return scene != null && scene.getRoot() == root ? scene.getWindow() : null;
    }

    void enter() {
        if (window() instanceof Stage stage) {
            // Esc leaves presenting first, which this hint and JavaFX's own exit key know nothing of.
            stage.setFullScreenExitHint("");
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreen(true);
            left = stage.fullScreenProperty().subscribe((_, now) -> presenting.set(presenting.get() && now));
        }
    }

    void leave() {
        left.unsubscribe();
        left = Subscription.EMPTY;
        if (window() instanceof Stage stage) {
            stage.setFullScreen(false);
        }
    }
}
