package tokenwalk.app.controls;

import javafx.scene.layout.Region;
import tokenwalk.app.theme.Appearance;

/** A bar on a track: so much of the whole. */
public final class ShareBar extends Region {
    private static final double SHORTEST = 3;
    private static final double HEIGHT = 10;
    private static final double WIDTH = 80;

    private final Region track = new Region();
    private final Region bar = new Region();
    private final Appearance appearance;
    private double share;

    public ShareBar(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("share-bar");
        track.getStyleClass().add("bar-track");
        bar.getStyleClass().add("bar");
        getChildren().addAll(track, bar);
        setMinWidth(0);
    }

    /** @param now 0…1; never so little that it cannot be seen, unless it is nothing */
    public void setShare(double now) {
        share = Double.isFinite(now) ? Math.clamp(now, 0, 1) : 0;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double height = snapSizeY(Math.min(getHeight(), appearance.px(HEIGHT)));
        double top = snapPositionY((getHeight() - height) / 2);
        track.resizeRelocate(0, top, getWidth(), height);
        double length = share > 0 ? Math.max(SHORTEST, share * getWidth()) : 0;
        bar.resizeRelocate(0, top, snapSizeX(length), height);
    }

    @Override
    protected double computePrefWidth(double height) {
        return appearance.px(WIDTH);
    }

    @Override
    protected double computePrefHeight(double width) {
        return appearance.px(HEIGHT);
    }
}
