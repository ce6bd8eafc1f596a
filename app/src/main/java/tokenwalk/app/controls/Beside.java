package tokenwalk.app.controls;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import tokenwalk.app.theme.Appearance;

/**
 * Two panels beside each other where there is room, else one below the other. Room is counted in em, so that larger text
 * counts too.
 */
public abstract class Beside extends Region {
    private final Region first;
    private final Region second;
    private final double from;
    private final double gap;
    private final Appearance appearance;

    /**
     * @param from so many em on they stand beside each other
     * @param gap between them, in pixels
     */
    protected Beside(Region first, Region second, double from, double gap, Appearance appearance) {
        this.first = first;
        this.second = second;
        this.from = from;
        this.gap = gap;
        this.appearance = appearance;
        getChildren().addAll(first, second);
        appearance.textScaleProperty().subscribe(this::requestLayout);
    }

    /** @return the first panel's width where both share this room, the gap between them not counted */
    protected abstract double firstWidth(double room);

    /** @return the least height where they stand beside each other; the second width is that of the second panel */
    protected double leastBeside(double firstWidth, double secondWidth) {
        return Math.max(first.minHeight(firstWidth), second.minHeight(secondWidth));
    }

    /** @return the least height of both where one stands below the other, the gap not counted */
    protected abstract double leastStacked(double width);

    /** @return the first panel's height where it stands above the other and both share this room, the gap not counted */
    protected abstract double firstHeight(double width, double room);

    /** @return an em of the text size, so many times, in pixels */
    protected final double em(double count) {
        return snapSizeX(appearance.px(count * Appearance.BASE_FONT_SIZE));
    }

    private boolean beside(double width) {
        return width <= 0 || width >= em(from);
    }

    @Override
    public final Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected final double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected final double computePrefWidth(double height) {
        return em(from);
    }

    @Override
    protected final double computeMinHeight(double width) {
        if (width <= 0) {
            return leastBeside(-1, -1);
        }
        if (beside(width)) {
            double left = firstWidth(width - gap);
            return leastBeside(left, width - gap - left);
        }
        return leastStacked(width) + gap;
    }

    @Override
    protected final double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected final double computeMaxHeight(double width) {
        return Double.MAX_VALUE;
    }

    @Override
    protected final void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (beside(width)) {
            double left = firstWidth(width - gap);
            first.resizeRelocate(0, 0, left, height);
            second.resizeRelocate(left + gap, 0, width - gap - left, height);
        } else {
            double above = firstHeight(width, height - gap);
            first.resizeRelocate(0, 0, width, above);
            second.resizeRelocate(0, above + gap, width, height - gap - above);
        }
    }
}
