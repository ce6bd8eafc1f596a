package tokenwalk.app.drift.view;

/**
 * The thin line between a dot and a label that stands apart from it: from the dot to an elbow, then level to the label.
 *
 * @param y of the elbow and the end
 */
record Leader(double dotX, double dotY, double elbowX, double endX, double y) {
    Leader towards(Leader other, double part) {
        return new Leader(
                Box.mix(dotX, other.dotX, part),
                Box.mix(dotY, other.dotY, part),
                Box.mix(elbowX, other.elbowX, part),
                Box.mix(endX, other.endX, part),
                Box.mix(y, other.y, part));
    }

    /** @return whether the line runs through a box */
    boolean crosses(Box box) {
        return cuts(dotX, dotY, elbowX, y, box) || cuts(elbowX, y, endX, y, box);
    }

    /** @return whether the slanted parts of two lines cross */
    boolean crosses(Leader other) {
        double from = Math.max(Math.min(dotX, elbowX), Math.min(other.dotX, other.elbowX));
        double to = Math.min(Math.max(dotX, elbowX), Math.max(other.dotX, other.elbowX));
        return from < to && (height(from) - other.height(from)) * (height(to) - other.height(to)) < 0;
    }

    private double height(double x) {
        return elbowX == dotX ? y : Box.mix(dotY, y, (x - dotX) / (elbowX - dotX));
    }

    /** Clips the segment to the box, side by side (Liang and Barsky 1984). */
    private static boolean cuts(double x0, double y0, double x1, double y1, Box box) {
        double[] steps = {x0 - x1, x1 - x0, y0 - y1, y1 - y0};
        double[] rooms = {x0 - box.x(), box.right() - x0, y0 - box.y(), box.bottom() - y0};
        double enter = 0;
        double leave = 1;
        for (int side = 0; side < steps.length; side++) {
            if (steps[side] == 0 && rooms[side] < 0) {
                return false;
            } else if (steps[side] < 0) {
                enter = Math.max(enter, rooms[side] / steps[side]);
            } else if (steps[side] > 0) {
                leave = Math.min(leave, rooms[side] / steps[side]);
            }
        }
        return enter < leave;
    }
}
