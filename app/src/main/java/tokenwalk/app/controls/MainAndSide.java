package tokenwalk.app.controls;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.Region;
import tokenwalk.app.theme.Appearance;

/**
 * A large panel with a narrow column beside it, which scrolls by itself; where there is no room for both beside each
 * other, the column stands below. Room is counted in em, so that larger text counts too.
 */
public final class MainAndSide extends Region {
    private static final double BESIDE_FROM = 56;
    private static final double GAP = 16;
    private static final double LEAST_MAIN = 220;

    private final Region main;
    private final Region side;
    private final ScrollPane sideScroll = new ScrollPane();
    private final double sideWidth;
    private final Appearance appearance;

    /** @param sideWidth of the column, in pixels at 100 % */
    public MainAndSide(Region main, Region side, double sideWidth, Appearance appearance) {
        this.main = main;
        this.side = side;
        this.sideWidth = sideWidth;
        this.appearance = appearance;
        sideScroll.setContent(side);
        sideScroll.getStyleClass().add("side-scroll");
        sideScroll.setFitToWidth(true);
        sideScroll.setFitToHeight(true);
        sideScroll.setHbarPolicy(ScrollBarPolicy.NEVER);
        sideScroll.setFocusTraversable(false);
        getChildren().addAll(main, sideScroll);
        appearance.textScaleProperty().subscribe(this::requestLayout);
    }

    private boolean isBeside(double width) {
        return width < 0 || width >= BESIDE_FROM * appearance.px(Appearance.BASE_FONT_SIZE);
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
        return 3 * appearance.px(sideWidth);
    }

    @Override
    protected double computeMinHeight(double width) {
        double least = Math.max(appearance.px(LEAST_MAIN), main.minHeight(width));
        return isBeside(width) ? least : least + GAP + side.prefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (isBeside(width)) {
            double column = snapSizeX(appearance.px(sideWidth));
            main.resizeRelocate(0, 0, width - column - GAP, height);
            sideScroll.resizeRelocate(width - column, 0, column, height);
        } else {
            double column = side.prefHeight(width);
            main.resizeRelocate(0, 0, width, height - column - GAP);
            sideScroll.resizeRelocate(0, height - column, width, column);
        }
    }
}
