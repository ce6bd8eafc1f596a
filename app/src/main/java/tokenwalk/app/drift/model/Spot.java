package tokenwalk.app.drift.model;

/**
 * A place in the plane of two axes.
 *
 * @param x along axis 1
 * @param y along axis 2, upwards
 */
public record Spot(double x, double y) {
    public Spot {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("not a place: " + x + ", " + y);
        }
    }

    /** @return the spot so far on the way to another: 0 is here, 1 is there */
    public Spot towards(Spot other, double part) {
        return new Spot(x + (other.x - x) * part, y + (other.y - y) * part);
    }
}
