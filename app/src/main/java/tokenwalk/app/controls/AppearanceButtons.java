package tokenwalk.app.controls;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import tokenwalk.app.theme.Appearance;

/** Smaller and larger text, and the theme: words in the top bar. */
public final class AppearanceButtons extends HBox {
    public AppearanceButtons(Appearance appearance) {
        getStyleClass().add("appearance-buttons");
        Button smaller = flat("A−", "Smaller text");
        smaller.setOnAction(event -> appearance.smallerText());
        Button larger = flat("A+", "Larger text");
        larger.setOnAction(event -> appearance.largerText());
        Button theme = flat("", "Switch between light and dark");
        // A binding holds its sources weakly, so the button does not outlive its bar.
        theme.textProperty()
                .bind(Bindings.createStringBinding(() -> appearance.theme().label(), appearance.themeProperty()));
        theme.setOnAction(
                event -> appearance.themeProperty().set(appearance.theme().other()));
        getChildren().addAll(smaller, larger, theme);
    }

    private static Button flat(String word, String meaning) {
        Button button = new Button(word);
        button.getStyleClass().add("flat");
        button.setAccessibleHelp(meaning);
        return button;
    }
}
