package tokenwalk.app.drift.view;

import java.util.ArrayList;
import java.util.List;
import tokenwalk.app.drift.model.DriftPicture;
import tokenwalk.app.drift.model.Spot;

/**
 * Which dots stand out.
 *
 * @param chosen the chosen token, −1 for none
 */
record Dots(DriftPicture picture, int chosen) {
    static final double RADIUS = 6;
    static final double LAST_RADIUS = 10;

    private static final double CHOSEN_RADIUS = 8;
    private static final double CROWDED = 24;

    int last() {
        return picture.tokenCount() - 1;
    }

    boolean isLast(int token) {
        return token == last();
    }

    boolean isChosen(int token) {
        return token == chosen;
    }

    /** @return half the height of what is drawn, rings included */
    double radius(int token) {
        if (isLast(token)) {
            return LAST_RADIUS + 3;
        }
        return isChosen(token) ? CHOSEN_RADIUS + 2 : token == 0 ? RADIUS + 2 : RADIUS;
    }

    LabelWriter.Emphasis emphasis(int token) {
        if (isLast(token)) {
            return LabelWriter.Emphasis.LAST;
        }
        return isChosen(token) ? LabelWriter.Emphasis.CHOSEN : LabelWriter.Emphasis.NONE;
    }

    /** @return whether the token keeps its label where not all can have one */
    boolean isImportant(int token, int level) {
        return isLast(token) || isChosen(token) || picture.isGiant(level, token);
    }

    /** @return all tokens: the last, the chosen, then as they stand in the text */
    List<Integer> byImportance() {
        List<Integer> order = new ArrayList<>();
        order.add(last());
        if (chosen >= 0 && chosen < last()) {
            order.add(chosen);
        }
        for (int token = 0; token < last(); token++) {
            if (token != chosen) {
                order.add(token);
            }
        }
        return order;
    }

    /** The ghost is the first thing to go where dots stand close. */
    boolean showsGhost(int level, PlotGeometry geometry) {
        Spot origin = picture.spot(0, last());
        double x = geometry.x(origin);
        double y = geometry.y(origin);
        if (level == 0 || !geometry.plot().grown(-10).contains(x, y)) {
            return false;
        }
        for (int token = 0; token < picture.tokenCount(); token++) {
            Spot spot = picture.spot(level, token);
            if (Math.hypot(geometry.x(spot) - x, geometry.y(spot) - y) < CROWDED) {
                return false;
            }
        }
        return true;
    }
}
