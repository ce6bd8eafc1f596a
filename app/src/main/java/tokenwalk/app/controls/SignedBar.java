package tokenwalk.app.controls;

import javafx.scene.layout.Region;

/** A bar to the right of the middle for a number above zero, to the left for one below. */
public final class SignedBar extends Region {
    private static final double SHORTEST = 2;

    private final Region track = new Region();
    private final Region bar = new Region();
    private final Region middle = new Region();
    private double share;

    /** @param styleClass gives the bar its colour */
    public SignedBar(String styleClass) {
        getStyleClass().add("signed-bar");
        track.getStyleClass().add("bar-track");
        bar.getStyleClass().addAll("bar", styleClass);
        middle.getStyleClass().add("bar-middle");
        getChildren().addAll(track, bar, middle);
    }

    /**
     * @param styleClass gives the bar its colour
     * @param newShare −1…1, 1 fills the half
     */
    public void show(String styleClass, double newShare) {
        bar.getStyleClass().setAll("bar", styleClass);
        show(newShare);
    }

    /** @param newShare −1…1, 1 fills the half */
    public void show(double newShare) {
        share = Math.clamp(newShare, -1, 1);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double half = getWidth() / 2;
        double length = share == 0 ? 0 : Math.max(SHORTEST, Math.abs(share) * half);
        track.resizeRelocate(0, 0, getWidth(), getHeight());
        bar.resizeRelocate(share < 0 ? half - length : half, 0, length, getHeight());
        middle.resizeRelocate(snapPositionX(half), 0, 1, getHeight());
    }
}
