package tokenwalk.app.drift.view;

/**
 * What part of the whole picture is seen: a place u (0…1 across the plot) is drawn at u × scale + offset. Kept apart
 * from pixels, so that the same part is seen after the window was resized.
 */
record Viewport(double scale, double offsetX, double offsetY) {
    static final Viewport WHOLE = new Viewport(1, 0, 0);

    private static final double CLOSEST = 60;

    Viewport {
        if (!(scale >= 1 && scale <= CLOSEST)) {
            throw new IllegalArgumentException("no such zoom: " + scale);
        }
        // At least half of the plot stays over the picture.
        offsetX = Math.clamp(offsetX, 0.5 - scale, 0.5);
        offsetY = Math.clamp(offsetY, 0.5 - scale, 0.5);
    }

    /** @return zoomed so that what is drawn at (x, y), in 0…1 across the plot, stays there; never smaller than whole */
    Viewport zoomed(double factor, double x, double y) {
        double next = Math.clamp(scale * factor, 1, CLOSEST);
        if (next == 1) {
            return WHOLE;
        }
        double change = next / scale;
        return new Viewport(next, x - (x - offsetX) * change, y - (y - offsetY) * change);
    }

    Viewport moved(double x, double y) {
        return new Viewport(scale, offsetX + x, offsetY + y);
    }

    boolean isWhole() {
        return equals(WHOLE);
    }
}
