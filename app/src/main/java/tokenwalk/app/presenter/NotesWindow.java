package tokenwalk.app.presenter;

import java.util.List;
import java.util.Optional;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.lesson.model.LessonPlayer;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.Stylesheets;

/** The teacher's notes in a window of their own, on the screen that the class does not see. */
public final class NotesWindow {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 640;
    /** In pixels; the window has a text size of its own. */
    private static final double FONT_SIZE = 18;

    /** From the corner of the other screen. */
    private static final double OFFSET = 40;

    private final LessonPlayer player;
    private final Appearance appearance = new Appearance();
    private final EventHandler<KeyEvent> keys;
    private @Nullable Stage stage;

    /**
     * @param main how the main window looks: the notes have its theme
     * @param keys the keys of the main window, which work here too
     */
    NotesWindow(LessonPlayer player, Appearance main, EventHandler<KeyEvent> keys) {
        this.player = player;
        this.keys = keys;
        appearance.themeProperty().bind(main.themeProperty());
        appearance.scaleTo(FONT_SIZE / Appearance.BASE_FONT_SIZE);
    }

    /** @return whether it is on screen */
    public boolean isShowing() {
        return stage != null && stage.isShowing();
    }

    /** Shows the notes; they close with {@code owner}. On another screen than the owner's, where there is one. */
    void show(Window owner) {
        if (isShowing()) {
            return;
        }
        NotesView view = new NotesView(player);
        Scene scene = new Scene(view, WIDTH, HEIGHT);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        Stylesheets.install(scene, appearance);
        Stage opened = new Stage();
        opened.initOwner(owner);
        opened.setTitle("Notes – Tokenwalk");
        opened.setScene(scene);
        otherScreen(owner).ifPresent(screen -> {
            opened.setX(screen.getVisualBounds().getMinX() + OFFSET);
            opened.setY(screen.getVisualBounds().getMinY() + OFFSET);
        });
        opened.setOnHidden(_ -> {
            view.close();
            stage = null;
        });
        stage = opened;
        opened.show();
        view.requestFocus();
    }

    /** @return a screen that the owner is not on */
    static Optional<Screen> otherScreen(Window owner) {
        List<Screen> own = Screen.getScreensForRectangle(owner.getX(), owner.getY(), 1, 1);
        return Screen.getScreens().stream()
                .filter(screen -> !own.contains(screen))
                .findFirst();
    }

    void hide() {
        if (stage != null) {
            stage.hide();
        }
    }

    /** @return the window's scene while it is on screen */
    @Nullable
    Scene scene() {
        return stage == null ? null : stage.getScene();
    }
}
