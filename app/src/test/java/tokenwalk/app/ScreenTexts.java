package tokenwalk.app;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import tokenwalk.app.controls.TokenText;

/** What the app says on screen: not the tokens it shows, nor the lines of code. Asked on the FX thread. */
final class ScreenTexts {
    private ScreenTexts() {}

    /** @return the texts below a node that can be seen */
    static List<String> below(Node root) {
        List<String> texts = new ArrayList<>();
        collect(root, texts);
        return texts;
    }

    /** @return the texts of the pop-overs that are open, which are closed */
    static List<String> ofPopOvers() {
        List<String> texts = new ArrayList<>();
        List.copyOf(Window.getWindows()).stream()
                .filter(PopupWindow.class::isInstance)
                .forEach(window -> {
                    window.getScene().getRoot().applyCss();
                    collect(window.getScene().getRoot(), texts);
                    window.hide();
                });
        return texts;
    }

    private static void collect(Node node, List<String> texts) {
        if (!node.isVisible()
                || node instanceof TokenText
                || node.getStyleClass().contains("provenance-source")) {
            return;
        }
        switch (node) {
            case Labeled labeled when labeled.getText() != null -> texts.add(labeled.getText());
            case Text text -> texts.add(text.getText());
            default -> {}
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }
}
