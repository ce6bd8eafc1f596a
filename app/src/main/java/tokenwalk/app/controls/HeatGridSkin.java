package tokenwalk.app.controls;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.Role;

final class HeatGridSkin extends CanvasSkin<HeatGrid> {
    private static final double SIDE = 96;
    /** Cells at least so wide have a gap between them. */
    private static final double GAP_FROM = 5;

    private final Tooltip tooltip = new Tooltip();

    HeatGridSkin(HeatGrid grid, Appearance appearance) {
        super(grid, appearance);
        redrawOn(grid.weightsProperty());
        redrawOn(grid.selectedRowProperty());
        registerChangeListener(grid.hoveredProperty(), change -> describe());
        tooltip.setShowDelay(Duration.millis(200));
        grid.addEventHandler(MouseEvent.MOUSE_MOVED, event -> grid.hover(cell(event)));
        grid.addEventHandler(MouseEvent.MOUSE_EXITED, event -> grid.hover(null));
        grid.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pick);
        grid.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        describe();
    }

    private void pick(MouseEvent event) {
        getSkinnable().requestFocus();
        int row = index(event.getY() - snappedTopInset());
        if (row != HeatGrid.NONE) {
            getSkinnable().selectedRowProperty().set(row);
        }
    }

    private void key(KeyEvent event) {
        if (event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        int step = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
        int size = getSkinnable().weightsProperty().get().size();
        if (step != 0 && size > 0) {
            int row = getSkinnable().selectedRowProperty().get() + step;
            getSkinnable().selectedRowProperty().set(Math.clamp(row, 0, size - 1));
            event.consume();
        }
    }

    private HeatGrid.@Nullable Cell cell(MouseEvent event) {
        int row = index(event.getY() - snappedTopInset());
        int column = index(event.getX() - snappedLeftInset());
        return row < 0 || column < 0 || column > row ? null : new HeatGrid.Cell(row, column);
    }

    private int index(double pixels) {
        int size = getSkinnable().weightsProperty().get().size();
        int index = (int) Math.floor(pixels / side() * size);
        return index >= 0 && index < size ? index : HeatGrid.NONE;
    }

    private double side() {
        HeatGrid grid = getSkinnable();
        return Math.max(
                1,
                Math.min(
                        grid.getWidth() - snappedLeftInset() - snappedRightInset(),
                        grid.getHeight() - snappedTopInset() - snappedBottomInset()));
    }

    private void describe() {
        HeatGrid grid = getSkinnable();
        HeatGrid.Cell cell = grid.hoveredProperty().get();
        int size = grid.weightsProperty().get().size();
        if (cell == null || cell.row() >= size) {
            grid.setTooltip(null);
            grid.setAccessibleText("attention, " + size + " by " + size);
            return;
        }
        double weight = grid.weightsProperty().get().row(cell.row()).at(cell.column());
        tooltip.setText("row " + cell.row() + " looks at " + cell.column() + ": " + Percent.of(weight));
        grid.setTooltip(tooltip);
        grid.setAccessibleText(tooltip.getText());
    }

    /** More tokens than pixels: each pixel shows the largest of its weights, so that no peak is lost. */
    @Override
    void draw(GraphicsContext g, double width, double height) {
        SquareNumbers weights = getSkinnable().weightsProperty().get();
        int size = weights.size();
        double side = side();
        int cells = Math.min(size, Math.max(1, (int) side));
        double gap = size > 0 && side / size >= GAP_FROM ? 1 : 0;
        for (int row = 0; row < cells; row++) {
            double top = snap(side * row / cells);
            double bottom = snap(side * (row + 1) / cells) - gap;
            double[] peaks = peaks(weights, from(row, size, cells), from(row + 1, size, cells), cells);
            for (int column = 0; column <= row; column++) {
                double left = snap(side * column / cells);
                double right = snap(side * (column + 1) / cells) - gap;
                g.setGlobalAlpha(1);
                g.setFill(appearance().color(Role.TRACK));
                g.fillRect(left, top, right - left, bottom - top);
                g.setGlobalAlpha(Math.min(1, peaks[column]));
                g.setFill(appearance().color(Role.ATTENTION));
                g.fillRect(left, top, right - left, bottom - top);
            }
        }
        g.setGlobalAlpha(1);
        frameRow(g, size, side);
    }

    private static int from(int cell, int size, int cells) {
        return (int) ((long) cell * size / cells);
    }

    /** @return [cells] the largest weight of rows {@code from} to {@code to} in the columns of each cell */
    private static double[] peaks(SquareNumbers weights, int from, int to, int cells) {
        double[] peaks = new double[cells];
        int size = weights.size();
        for (int i = from; i < to; i++) {
            Numbers row = weights.row(i);
            for (int j = 0; j <= i; j++) {
                int cell = (int) ((long) j * cells / size);
                peaks[cell] = Math.max(peaks[cell], row.at(j));
            }
        }
        return peaks;
    }

    private void frameRow(GraphicsContext g, int size, double side) {
        int row = getSkinnable().selectedRowProperty().get();
        if (row >= 0 && row < size) {
            g.setStroke(appearance().color(Role.ACCENT));
            g.setLineWidth(2);
            double top = snap(side * row / size);
            double height = Math.max(4, snap(side * (row + 1) / size) - top);
            g.strokeRect(1, Math.min(top, side - height) + 1, side - 2, height - 2);
        }
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return left + appearance().px(SIDE) + right;
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return top + appearance().px(SIDE) + bottom;
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return left + appearance().px(SIDE) / 2 + right;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return top + appearance().px(SIDE) / 2 + bottom;
    }

    @Override
    protected double computeMaxWidth(double height, double top, double right, double bottom, double left) {
        return Double.MAX_VALUE;
    }

    @Override
    protected double computeMaxHeight(double width, double top, double right, double bottom, double left) {
        return Double.MAX_VALUE;
    }
}
