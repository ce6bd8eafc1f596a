package tokenwalk.app.training.view;

import javafx.scene.layout.Region;
import tokenwalk.app.theme.Appearance;

/** A number from −1 to 1 as a bar from the middle: above 0 to the right, below 0 to the left. */
final class SignedBar extends Region {
    private static final double SHORTEST = 3;
    private static final double HEIGHT = 12;

    private final Region middle = new Region();
    private final Region bar = new Region();
    private final Appearance appearance;
    private double value;

    SignedBar(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("signed-bar");
        middle.getStyleClass().add("middle");
        getChildren().addAll(bar, middle);
        setMinWidth(0);
    }

    void setValue(double now) {
        value = now;
        bar.getStyleClass().setAll(now < 0 ? "negative" : "positive");
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double half = snapPositionX(getWidth() / 2);
        double height = snapSizeY(Math.min(getHeight(), appearance.px(HEIGHT)));
        double length = Math.max(SHORTEST, snapSizeX(Math.min(1, Math.abs(value)) * half));
        double top = snapPositionY((getHeight() - height) / 2);
        bar.resizeRelocate(value < 0 ? half - length : half, top, length, height);
        middle.resizeRelocate(half, 0, 1, getHeight());
    }

    @Override
    protected double computePrefHeight(double width) {
        return appearance.px(HEIGHT);
    }
}
