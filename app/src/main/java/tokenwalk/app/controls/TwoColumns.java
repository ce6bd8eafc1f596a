package tokenwalk.app.controls;

import javafx.scene.layout.Region;
import tokenwalk.app.theme.Appearance;

/** A panel, and one of a fixed width beside it, or below it as high as it likes. */
public final class TwoColumns extends Beside {
    private static final double GAP = 8;

    private final Region first;
    private final Region second;
    private final double secondWidth;

    /**
     * @param secondWidth of the second panel, in em; the first takes the rest
     * @param from so many em on they stand beside each other
     */
    public TwoColumns(Region first, Region second, double secondWidth, double from, Appearance appearance) {
        super(first, second, from, GAP, appearance);
        this.first = first;
        this.second = second;
        this.secondWidth = secondWidth;
    }

    @Override
    protected double firstWidth(double room) {
        return room - em(secondWidth);
    }

    @Override
    protected double leastStacked(double width) {
        return first.prefHeight(width) + second.prefHeight(width);
    }

    @Override
    protected double firstHeight(double width, double room) {
        return room - second.prefHeight(width);
    }
}
