package tokenwalk.app.controls;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Two groups in one line, the second at its end and the first in the rest; where they do not fit, the second stands below
 * the first.
 */
public final class WrapRow extends Region {
    private static final double GAP = 8;

    private final Node first;
    private final Node second;

    public WrapRow(Node first, Node second) {
        this.first = first;
        this.second = second;
        getChildren().addAll(first, second);
    }

    private boolean wraps(double width) {
        return width > 0 && first.prefWidth(-1) + GAP + second.prefWidth(-1) > width;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(first.minWidth(-1), second.minWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return first.prefWidth(-1) + GAP + second.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double one = first.prefHeight(-1);
        double other = second.prefHeight(-1);
        return wraps(width) ? one + GAP + other : Math.max(one, other);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double firstHeight = first.prefHeight(-1);
        double secondWidth = Math.min(width, second.prefWidth(-1));
        boolean wraps = wraps(width);
        double secondHeight = second.prefHeight(-1);
        double firstTop = wraps ? 0 : snapPositionY((getHeight() - firstHeight) / 2);
        first.resizeRelocate(
                0, Math.max(0, firstTop), wraps ? width : Math.max(0, width - secondWidth - GAP), firstHeight);
        second.resizeRelocate(
                wraps ? 0 : snapPositionX(width - secondWidth),
                wraps ? firstHeight + GAP : Math.max(0, snapPositionY((getHeight() - secondHeight) / 2)),
                secondWidth,
                secondHeight);
    }
}
