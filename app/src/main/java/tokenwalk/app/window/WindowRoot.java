package tokenwalk.app.window;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** The window's contents, and above them what points at things: it covers everything and takes no clicks. */
final class WindowRoot extends StackPane {
    private final BorderPane contents;

    WindowRoot(BorderPane contents) {
        this.contents = contents;
        getChildren().add(contents);
    }

    /** Top bar and pipeline on top, the open screen in the middle; beside or below it, what a lesson says. */
    BorderPane contents() {
        return contents;
    }

    /** Adds what is drawn above everything that is there already. */
    void addOverlay(Node overlay) {
        overlay.setMouseTransparent(true);
        getChildren().add(overlay);
    }
}
