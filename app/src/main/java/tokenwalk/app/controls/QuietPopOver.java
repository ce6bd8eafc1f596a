package tokenwalk.app.controls;

import javafx.scene.Node;
import org.controlsfx.control.PopOver;

/** Something to look at or fill in, beside the control it belongs to: flat, still, and gone with a click elsewhere. */
public final class QuietPopOver extends PopOver {
    public QuietPopOver(Node content, ArrowLocation arrow) {
        super(content);
        setArrowLocation(arrow);
        setDetachable(false);
        setAnimated(false);
        // The library's own stylesheet draws a shadow and stands above the scene's.
        getRoot().getStylesheets().clear();
    }
}
