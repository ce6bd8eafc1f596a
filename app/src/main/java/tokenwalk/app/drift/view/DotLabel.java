package tokenwalk.app.drift.view;

import java.util.List;
import javafx.scene.text.Font;
import tokenwalk.app.theme.Role;

/**
 * The label of one dot, or of several with the same text on the same spot.
 *
 * @param tokens the most important first: the label is drawn at its dot
 * @param runs its pieces from left to right
 * @param rank the smaller, the more important
 */
record DotLabel(List<Integer> tokens, List<Run> runs, double width, int rank) {
    /** @param x from the label's left edge */
    record Run(String text, Font font, Role color, double x) {}

    DotLabel {
        tokens = List.copyOf(tokens);
        runs = List.copyOf(runs);
    }

    /** @return the token at whose dot the label is drawn */
    int token() {
        return tokens.getFirst();
    }
}
