package tokenwalk.app.controls;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import tokenwalk.app.theme.Appearance;

/** Two panels beside each other where there is room, else one below the other. Room is counted in em. */
public final class SideBySide extends Region {
    private static final double BOTH_FROM = 70;
    private static final double GAP = 16;

    private final Node left;
    private final Node right;
    private final double leftShare;
    private final Appearance appearance;

    /** @param leftShare 0…1, of the width that both have */
    public SideBySide(Region left, Region right, double leftShare, Appearance appearance) {
        this.left = left;
        this.right = right;
        this.leftShare = leftShare;
        this.appearance = appearance;
        getChildren().addAll(left, right);
        appearance.textScaleProperty().subscribe(this::requestLayout);
    }

    private boolean both(double width) {
        return width <= 0 || width / appearance.px(Appearance.BASE_FONT_SIZE) >= BOTH_FROM;
    }

    private double leftWidth(double width) {
        return snapSizeX((width - GAP) * leftShare);
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
        if (!both(width)) {
            return left.minHeight(width) + GAP + right.minHeight(width);
        }
        double leftWidth = width <= 0 ? -1 : leftWidth(width);
        double rightWidth = width <= 0 ? -1 : width - GAP - leftWidth;
        return Math.max(left.minHeight(leftWidth), right.minHeight(rightWidth));
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
        if (both(width)) {
            double leftWidth = leftWidth(width);
            left.resizeRelocate(0, 0, leftWidth, height);
            right.resizeRelocate(leftWidth + GAP, 0, width - GAP - leftWidth, height);
        } else {
            double leftHeight = left.minHeight(width);
            left.resizeRelocate(0, 0, width, leftHeight);
            right.resizeRelocate(0, leftHeight + GAP, width, height - GAP - leftHeight);
        }
    }
}
