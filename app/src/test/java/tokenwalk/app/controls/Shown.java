package tokenwalk.app.controls;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.Stylesheets;

/** Puts a control into a window, dressed as in the program and without motion. */
final class Shown {
    private Shown() {}

    static void in(Stage stage, Appearance appearance, Parent control) {
        appearance.reducedMotionProperty().set(true);
        Scene scene = new Scene(new StackPane(control), 800, 500);
        Stylesheets.install(scene, appearance);
        stage.setScene(scene);
        stage.show();
    }
}
