package tokenwalk.app.controls;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.Region;
import tokenwalk.app.theme.Appearance;

/**
 * A large panel with a narrow column beside it, which scrolls by itself; where there is no room for both beside each
 * other, the column stands below.
 */
public final class MainAndSide extends Beside {
    private static final double BESIDE_FROM = 56;
    private static final double GAP = 16;
    private static final double LEAST_MAIN = 220;

    private final Region main;
    private final Region side;
    private final double sideWidth;
    private final Appearance appearance;

    /** @param sideWidth of the column, in pixels at 100 % */
    public MainAndSide(Region main, Region side, double sideWidth, Appearance appearance) {
        super(main, scrolling(side), BESIDE_FROM, GAP, appearance);
        this.main = main;
        this.side = side;
        this.sideWidth = sideWidth;
        this.appearance = appearance;
    }

    private static ScrollPane scrolling(Region side) {
        ScrollPane scroll = new ScrollPane(side);
        scroll.getStyleClass().add("side-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    @Override
    protected double firstWidth(double room) {
        return room - snapSizeX(appearance.px(sideWidth));
    }

    @Override
    protected double leastBeside(double firstWidth, double secondWidth) {
        return leastMain(firstWidth);
    }

    @Override
    protected double leastStacked(double width) {
        return leastMain(width) + side.prefHeight(width);
    }

    @Override
    protected double firstHeight(double width, double room) {
        return room - side.prefHeight(width);
    }

    private double leastMain(double width) {
        return Math.max(appearance.px(LEAST_MAIN), main.minHeight(width));
    }
}
