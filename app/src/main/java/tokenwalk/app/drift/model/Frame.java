package tokenwalk.app.drift.model;

/** The fixed part of the plane that the picture shows at every level. Its sides are longer than 0. */
public record Frame(double left, double right, double bottom, double top) {
    private static final double MARGIN = 0.04;

    public Frame {
        if (!(left < right) || !(bottom < top)) {
            throw new IllegalArgumentException("no frame: " + left + "…" + right + " × " + bottom + "…" + top);
        }
    }

    /** @return the smallest frame around all spots, with a margin; a unit wide where they do not spread at all */
    static Frame around(Iterable<Spot> spots) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.POSITIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        for (Spot spot : spots) {
            left = Math.min(left, spot.x());
            right = Math.max(right, spot.x());
            bottom = Math.min(bottom, spot.y());
            top = Math.max(top, spot.y());
        }
        double horizontal = room(left, right);
        double vertical = room(bottom, top);
        return new Frame(left - horizontal, right + horizontal, bottom - vertical, top + vertical);
    }

    private static double room(double low, double high) {
        boolean flat = high - low <= 1e-9 * Math.max(1, Math.abs(high));
        return flat ? 0.5 * Math.max(1, Math.abs(high)) : (high - low) * MARGIN;
    }

    public boolean contains(Spot spot) {
        return spot.x() >= left && spot.x() <= right && spot.y() >= bottom && spot.y() <= top;
    }

    /** @return the spot itself, or the nearest one inside */
    public Spot clamp(Spot spot) {
        return contains(spot) ? spot : new Spot(Math.clamp(spot.x(), left, right), Math.clamp(spot.y(), bottom, top));
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return top - bottom;
    }
}
