package tokenwalk.app.attention.view;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import tokenwalk.app.theme.Appearance;

/** Three panels beside each other; or two, where the middle one becomes a line; or one below the other. */
public final class PanelRow extends Region {
    private static final double LEAST_HEIGHT = 372;
    private static final double TALL = 540;
    private static final double GAP = 16;
    private static final double MIDDLE = 232;
    private static final double RIGHT = 472;
    /** Of two panels: the right one holds more words than the left one. */
    private static final double RIGHT_SHARE = 0.535;

    private final Node left;
    private final Node middle;
    private final Node right;
    private final Node opening;
    private final Appearance appearance;
    private final ObservableValue<Columns> columns;

    /** @param opening covers left and middle while it is visible */
    public PanelRow(
            Region left,
            Region middle,
            Region right,
            Region opening,
            ObservableValue<Columns> columns,
            Appearance appearance) {
        this.left = left;
        this.middle = middle;
        this.right = right;
        this.opening = opening;
        this.columns = columns;
        this.appearance = appearance;
        getChildren().addAll(left, middle, right, opening);
        appearance.textScaleProperty().subscribe(this::requestLayout);
        appearance.presentingProperty().subscribe(this::requestLayout);
        columns.subscribe(now -> {
            middle.setVisible(now != Columns.TWO);
            requestLayout();
        });
    }

    /** A class sees less at once, and larger: as high as there is room for. */
    private boolean isPresenting() {
        return appearance.presentingProperty().get();
    }

    /** @return the width of the left one of two panels */
    private double half(double width) {
        double most = isPresenting() ? (width - GAP) / 2 : (width - GAP) * RIGHT_SHARE;
        return width - GAP - snapSizeX(Math.min(appearance.px(RIGHT), most));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        double tall = appearance.px(TALL);
        double least = appearance.px(LEAST_HEIGHT);
        return switch (columns.getValue()) {
            case ONE -> 3 * tall + 2 * GAP;
            case TWO -> {
                double needed = right.minHeight(width - half(width) - GAP);
                yield isPresenting() ? needed : Math.max(least, needed);
            }
            case THREE -> least;
        };
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 2 * appearance.px(RIGHT);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double rightWidth = snapSizeX(appearance.px(RIGHT));
        double middleWidth = snapSizeX(appearance.px(MIDDLE));
        switch (columns.getValue()) {
            case THREE -> {
                double leftWidth = width - middleWidth - rightWidth - 2 * GAP;
                left.resizeRelocate(0, 0, leftWidth, height);
                middle.resizeRelocate(leftWidth + GAP, 0, middleWidth, height);
                right.resizeRelocate(width - rightWidth, 0, rightWidth, height);
                opening.resizeRelocate(0, 0, leftWidth + GAP + middleWidth, height);
            }
            case TWO -> {
                double half = half(width);
                left.resizeRelocate(0, 0, half, height);
                right.resizeRelocate(half + GAP, 0, width - half - GAP, height);
                opening.resizeRelocate(0, 0, half, height);
            }
            case ONE -> {
                double each = (height - 2 * GAP) / 3;
                left.resizeRelocate(0, 0, width, each);
                middle.resizeRelocate(0, each + GAP, width, each);
                right.resizeRelocate(0, 2 * (each + GAP), width, each);
                opening.resizeRelocate(0, 0, width, each);
            }
        }
    }
}
