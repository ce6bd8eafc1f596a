package tokenwalk.app.comparison.view;

import javafx.scene.layout.Region;
import tokenwalk.app.controls.Beside;
import tokenwalk.app.theme.Appearance;

/** Two equal columns, one a model; one below the other, equally high, where there is too little room. */
public final class ComparedColumns extends Beside {
    private static final double BESIDE_FROM = 62;
    private static final double GAP = 16;

    private final Region first;
    private final Region second;

    public ComparedColumns(Region first, Region second, Appearance appearance) {
        super(first, second, BESIDE_FROM, GAP, appearance);
        this.first = first;
        this.second = second;
    }

    @Override
    protected double firstWidth(double room) {
        return snapSizeX(room / 2);
    }

    @Override
    protected double leastStacked(double width) {
        return 2 * Math.max(first.minHeight(width), second.minHeight(width));
    }

    @Override
    protected double firstHeight(double width, double room) {
        return snapSizeY(room / 2);
    }
}
