package tokenwalk.app.comparison.view;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import tokenwalk.app.theme.Appearance;

/** Two equal columns, one a model; one below the other where there is too little room. Room is counted in em. */
public final class ComparedColumns extends Region {
    private static final double BESIDE_FROM = 62;
    private static final double GAP = 16;

    private final Region first;
    private final Region second;
    private final Appearance appearance;

    public ComparedColumns(Region first, Region second, Appearance appearance) {
        this.first = first;
        this.second = second;
        this.appearance = appearance;
        getChildren().addAll(first, second);
        appearance.textScaleProperty().subscribe(this::requestLayout);
    }

    private boolean beside(double width) {
        return width <= 0 || width >= BESIDE_FROM * appearance.px(Appearance.BASE_FONT_SIZE);
    }

    private double half(double width) {
        return width <= 0 ? -1 : snapSizeX((width - GAP) / 2);
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
    protected double computeMinHeight(double width) {
        double each = beside(width) ? half(width) : width;
        double least = Math.max(first.minHeight(each), second.minHeight(each));
        return beside(width) ? least : 2 * least + GAP;
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return Double.MAX_VALUE;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (beside(width)) {
            double half = half(width);
            first.resizeRelocate(0, 0, half, height);
            second.resizeRelocate(half + GAP, 0, width - half - GAP, height);
        } else {
            double half = snapSizeY((height - GAP) / 2);
            first.resizeRelocate(0, 0, width, half);
            second.resizeRelocate(0, half + GAP, width, height - half - GAP);
        }
    }
}
