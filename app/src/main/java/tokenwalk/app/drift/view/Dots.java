package tokenwalk.app.drift.view;

import java.util.ArrayList;
import java.util.List;
import tokenwalk.app.drift.model.DriftPicture;
import tokenwalk.app.drift.model.Spot;

/**
 * Which dots stand out.
 *
 * @param chosen the chosen token, −1 for none
 * @param unit pixels a unit: dots grow with the text, so that the back row sees them
 */
record Dots(DriftPicture picture, int chosen, double unit) {
    /** Beyond so many tokens dots are small, and only the important ones have labels and trails. */
    private static final int CROWD = 40;

    private static final double SMALL = 0.6;
    private static final double RADIUS = 6;
    private static final double CHOSEN_RADIUS = 7;
    private static final double LAST_RADIUS = 10;
    private static final double RING = 3;
    private static final double CROWDED = 24;

    boolean isCrowd() {
        return picture.tokenCount() > CROWD;
    }

    int last() {
        return picture.tokenCount() - 1;
    }

    boolean isLast(int token) {
        return token == last();
    }

    boolean isChosen(int token) {
        return token == chosen;
    }

    /** @return of the dot itself, in pixels */
    double core(int token) {
        if (isLast(token)) {
            return LAST_RADIUS * unit;
        }
        return (isChosen(token) ? CHOSEN_RADIUS : isCrowd() && token > 0 ? RADIUS * SMALL : RADIUS) * unit;
    }

    /** @return of all that is drawn, the ring around the last and the chosen dot included */
    double radius(int token) {
        boolean ringed = isLast(token) || isChosen(token) || token == 0;
        return core(token) + (ringed ? RING * unit : 0);
    }

    LabelWriter.Emphasis emphasis(int token) {
        if (isLast(token)) {
            return LabelWriter.Emphasis.LAST;
        }
        return isChosen(token) ? LabelWriter.Emphasis.CHOSEN : LabelWriter.Emphasis.NONE;
    }

    boolean hasLabel(int token, int level) {
        return !isCrowd() || isLast(token) || isChosen(token) || picture.isGiant(level, token);
    }

    boolean hasTrail(int token) {
        return !isCrowd() || isLast(token) || isChosen(token);
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
            if (Math.hypot(geometry.x(spot) - x, geometry.y(spot) - y) < CROWDED * unit) {
                return false;
            }
        }
        return true;
    }
}
