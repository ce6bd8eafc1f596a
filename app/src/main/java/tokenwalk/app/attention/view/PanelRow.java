package tokenwalk.app.attention.view;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import tokenwalk.app.theme.Appearance;

/**
 * Three panels beside each other where there is room; two where the middle one becomes a line; else one below the other.
 * Room is counted in em, so that larger text counts too.
 */
public final class PanelRow extends Region {
    /** How many panels stand beside each other. */
    public enum Columns {
        ONE,
        TWO,
        THREE
    }

    private static final double THREE_FROM = 84;
    private static final double TWO_FROM = 56;
    private static final double LEAST_HEIGHT = 372;
    private static final double TALL = 540;
    private static final double GAP = 16;
    private static final double MIDDLE = 232;
    private static final double RIGHT = 472;

    private final Node left;
    private final Node middle;
    private final Node right;
    private final Node opening;
    private final Appearance appearance;
    private final ReadOnlyObjectWrapper<Columns> columns = new ReadOnlyObjectWrapper<>(this, "columns", Columns.THREE);

    /** @param opening covers left and middle while it is visible */
    public PanelRow(Region left, Region middle, Region right, Region opening, Appearance appearance) {
        this.left = left;
        this.middle = middle;
        this.right = right;
        this.opening = opening;
        this.appearance = appearance;
        getChildren().addAll(left, middle, right, opening);
        widthProperty().subscribe(this::choose);
        appearance.textScaleProperty().subscribe(this::choose);
        columns.subscribe(now -> middle.setVisible(now != Columns.TWO));
    }

    public ReadOnlyObjectProperty<Columns> columnsProperty() {
        return columns.getReadOnlyProperty();
    }

    private void choose() {
        double em = getWidth() / appearance.px(Appearance.BASE_FONT_SIZE);
        if (em > 0) {
            columns.set(em >= THREE_FROM ? Columns.THREE : em >= TWO_FROM ? Columns.TWO : Columns.ONE);
        }
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        double tall = appearance.px(TALL);
        return switch (columns.get()) {
            case ONE -> 3 * tall + 2 * GAP;
            case TWO -> tall;
            case THREE -> appearance.px(LEAST_HEIGHT);
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
        switch (columns.get()) {
            case THREE -> {
                double leftWidth = width - middleWidth - rightWidth - 2 * GAP;
                left.resizeRelocate(0, 0, leftWidth, height);
                middle.resizeRelocate(leftWidth + GAP, 0, middleWidth, height);
                right.resizeRelocate(width - rightWidth, 0, rightWidth, height);
                opening.resizeRelocate(0, 0, leftWidth + GAP + middleWidth, height);
            }
            case TWO -> {
                double half = Math.max(width - rightWidth - GAP, snapSizeX((width - GAP) / 2));
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
