package tokenwalk.app.drift.view;

/**
 * A label that wants a place near its dot.
 *
 * @param radius of the dot
 * @param width of the label
 * @param rank the smaller, the more important: where there is no room, the largest go first
 * @param optional whether it is left out rather than drawn with a leader
 */
record LabelRequest(double x, double y, double radius, double width, int rank, boolean optional) {
    Box dot() {
        return Box.around(x, y, radius);
    }

    double distance(LabelRequest other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
