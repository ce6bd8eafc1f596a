package tokenwalk.app.window;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import tokenwalk.app.lesson.model.LessonPlayer;
import tokenwalk.app.pointing.PointingOverlay;

/** Points in the window at what the open lesson speaks of, and hides what would tell an answer. */
final class LessonPointing {
    private final LessonPlayer player;
    private final PointingOverlay overlay;
    private final ObservableValue<Boolean> shown;

    private LessonPointing(LessonPlayer player, PointingOverlay overlay, ObservableValue<Boolean> shown) {
        this.player = player;
        this.overlay = overlay;
        this.shown = shown;
    }

    /**
     * @param shown whether the lesson can be read now; without its words nothing points
     * @return lies above the window's contents
     */
    static PointingOverlay over(Node contents, LessonPlayer player, ObservableValue<Boolean> shown) {
        PointingOverlay overlay = new PointingOverlay(contents);
        LessonPointing pointing = new LessonPointing(player, overlay, shown);
        shown.subscribe(_ -> pointing.point());
        player.pointingProperty().subscribe(_ -> pointing.point());
        player.pointedAtProperty().subscribe(_ -> pointing.point());
        player.goalLevelProperty().subscribe(_ -> pointing.point());
        player.question().revealedProperty().subscribe(_ -> pointing.point());
        return overlay;
    }

    private void point() {
        var now = player.pointingProperty().getValue();
        if (!shown.getValue()) {
            overlay.highlight(List.of());
            overlay.goal(LessonPlayer.NONE);
            overlay.cover(List.of());
            return;
        }
        overlay.highlight(player.pointedAtProperty().get().map(List::of).orElse(now.highlight()));
        overlay.goal(player.goalLevelProperty().get());
        overlay.cover(player.question().revealedProperty().get() ? List.of() : now.cover());
    }
}
