package tokenwalk.app.drift.view;

/** A rectangle in pixels, {@code y} downwards. */
record Box(double x, double y, double width, double height) {
    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double middle() {
        return y + height / 2;
    }

    boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= bottom();
    }

    boolean contains(Box other) {
        return other.x >= x && other.right() <= right() && other.y >= y && other.bottom() <= bottom();
    }

    /** Boxes that only touch do not overlap. */
    boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    Box grown(double by) {
        return new Box(x - by, y - by, Math.max(0, width + 2 * by), Math.max(0, height + 2 * by));
    }

    Box towards(Box other, double part) {
        return new Box(
                mix(x, other.x, part),
                mix(y, other.y, part),
                mix(width, other.width, part),
                mix(height, other.height, part));
    }

    static Box around(double x, double y, double radius) {
        return new Box(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    static double mix(double from, double to, double part) {
        return from + (to - from) * part;
    }
}
