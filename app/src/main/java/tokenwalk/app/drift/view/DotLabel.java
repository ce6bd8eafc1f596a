package tokenwalk.app.drift.view;

import java.util.List;
import javafx.scene.text.Font;
import tokenwalk.app.theme.Role;

/**
 * The label of one dot, or of several with the same text on the same spot.
 *
 * @param token the one it is drawn at: of several, the most important
 * @param runs its pieces from left to right
 * @param rank the smaller, the more important
 */
record DotLabel(int token, List<Run> runs, double width, int rank) {
    /** @param x from the label's left edge */
    record Run(String text, Font font, Role color, double x) {}

    DotLabel {
        runs = List.copyOf(runs);
    }
}
