package tokenwalk.app.window;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.BarPicked;
import tokenwalk.app.lesson.model.Learning;
import tokenwalk.app.lesson.model.LessonPlayer;
import tokenwalk.lessons.lesson.Answer;
import tokenwalk.lessons.place.Part;
import tokenwalk.lessons.place.Target;

/** What drives a lesson from anywhere in the window: the keys of a presenter's remote, a bar clicked as an answer. */
final class LessonKeys {
    private final Learning learning;
    private final LessonPlayer player;
    private final Scene scene;

    private LessonKeys(Scene scene, Learning learning) {
        this.scene = scene;
        this.learning = learning;
        this.player = learning.player();
    }

    static void install(Scene scene, Learning learning) {
        LessonKeys keys = new LessonKeys(scene, learning);
        // As a handler: a control that uses one of these keys itself has taken it.
        scene.addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
        scene.addEventHandler(BarPicked.PICKED, keys::picked);
    }

    private void pressed(KeyEvent event) {
        if (player.lessonProperty().get() == null || event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        switch (event.getCode()) {
            case PAGE_DOWN -> player.next();
            case PAGE_UP -> player.back();
            case SPACE -> {
                if (isControl(scene.getFocusOwner())) {
                    return;
                }
                player.next();
            }
            case ESCAPE -> player.leave();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static boolean isControl(@Nullable Node focused) {
        return focused instanceof Control && !(focused instanceof ScrollPane);
    }

    private void picked(BarPicked event) {
        // Who clicks blindly on a covered bar does not guess.
        boolean covered = player.pointingProperty().getValue().cover().contains(Target.of(Part.BARS));
        if (player.question().wantedProperty().get() instanceof Answer.OneToken && !covered) {
            player.question().answer(event.row().token().text());
        }
    }
}
