package tokenwalk.app.controls;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import tokenwalk.app.theme.Appearance;

/** Two panels beside each other where there is room, else one below the other. Room is counted in em. */
public final class TwoColumns extends Region {
    private static final double GAP = 8;

    private final Region first;
    private final Region second;
    private final double secondWidth;
    private final double from;
    private final Appearance appearance;

    /**
     * @param secondWidth of the second panel, in em; the first takes the rest
     * @param from so many em on they stand beside each other
     */
    public TwoColumns(Region first, Region second, double secondWidth, double from, Appearance appearance) {
        this.first = first;
        this.second = second;
        this.secondWidth = secondWidth;
        this.from = from;
        this.appearance = appearance;
        getChildren().addAll(first, second);
        appearance.textScaleProperty().subscribe(this::requestLayout);
    }

    private double em(double count) {
        return snapSizeX(appearance.px(count * Appearance.BASE_FONT_SIZE));
    }

    private boolean beside(double width) {
        return width <= 0 || width >= em(from);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return em(from);
    }

    @Override
    protected double computeMinHeight(double width) {
        if (beside(width)) {
            return Math.max(first.minHeight(width - em(secondWidth) - GAP), second.minHeight(em(secondWidth)));
        }
        return first.prefHeight(width) + GAP + second.prefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (beside(width)) {
            double right = em(secondWidth);
            first.resizeRelocate(0, 0, width - right - GAP, height);
            second.resizeRelocate(width - right, 0, right, height);
        } else {
            double below = second.prefHeight(width);
            first.resizeRelocate(0, 0, width, height - below - GAP);
            second.resizeRelocate(0, height - below, width, below);
        }
    }
}
