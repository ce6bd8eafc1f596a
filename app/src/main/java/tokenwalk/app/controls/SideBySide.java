package tokenwalk.app.controls;

import javafx.scene.layout.Region;
import tokenwalk.app.theme.Appearance;

/** Two panels that share the width; where one stands below the other, the upper one is as low as it can be. */
public final class SideBySide extends Beside {
    private static final double BOTH_FROM = 70;
    private static final double GAP = 16;

    private final Region left;
    private final Region right;
    private final double leftShare;

    /** @param leftShare 0…1, of the width that both have */
    public SideBySide(Region left, Region right, double leftShare, Appearance appearance) {
        super(left, right, BOTH_FROM, GAP, appearance);
        this.left = left;
        this.right = right;
        this.leftShare = leftShare;
    }

    @Override
    protected double firstWidth(double room) {
        return snapSizeX(room * leftShare);
    }

    @Override
    protected double leastStacked(double width) {
        return left.minHeight(width) + right.minHeight(width);
    }

    @Override
    protected double firstHeight(double width, double room) {
        return left.minHeight(width);
    }
}
