package tokenwalk.app.controls;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.util.Duration;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.Role;

final class HeatStripSkin extends CanvasSkin<HeatStrip> {
    private static final double TINT = 0.45;
    private static final double WIDTH = 320;
    private static final double HEIGHT = 28;

    private final Tooltip tooltip = new Tooltip();

    HeatStripSkin(HeatStrip strip, Appearance appearance) {
        super(strip, appearance);
        redrawOn(strip.numbersProperty());
        redrawOn(strip.scaleProperty());
        redrawOn(strip.hoveredProperty());
        redrawOn(strip.selectedProperty());
        registerChangeListener(strip.hoveredProperty(), change -> describe());
        registerChangeListener(strip.numbersProperty(), change -> describe());
        tooltip.setShowDelay(Duration.millis(200));
        strip.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        strip.addEventHandler(MouseEvent.MOUSE_ENTERED, this::hover);
        strip.addEventHandler(
                MouseEvent.MOUSE_EXITED, event -> strip.hoveredProperty().set(HeatStrip.NONE));
        describe();
    }

    private void hover(MouseEvent event) {
        HeatStrip strip = getSkinnable();
        int size = strip.numbersProperty().get().size();
        double share = (event.getX() - snappedLeftInset()) / contentWidth();
        int index = (int) Math.floor(share * size);
        strip.hoveredProperty().set(index >= 0 && index < size ? index : HeatStrip.NONE);
    }

    private void describe() {
        HeatStrip strip = getSkinnable();
        Numbers numbers = strip.numbersProperty().get();
        int index = strip.hoveredProperty().get();
        boolean known = index >= 0 && index < numbers.size();
        if (known) {
            int name = strip.firstIndexProperty().get() + index;
            tooltip.setText(strip.noun() + " " + name + ": " + SignedNumber.of(numbers.at(index), 3));
        }
        strip.setTooltip(known ? tooltip : null);
        strip.setAccessibleText(
                known ? tooltip.getText() : numbers.size() + " numbers, the largest " + largest(numbers));
    }

    private static String largest(Numbers numbers) {
        return SignedNumber.of(numbers.magnitude(), 2);
    }

    private double contentWidth() {
        return getSkinnable().getWidth() - snappedLeftInset() - snappedRightInset();
    }

    /** More numbers than pixels: each pixel shows the largest of its numbers, so that no peak is lost. */
    @Override
    void draw(GraphicsContext g, double width, double height) {
        Numbers numbers = getSkinnable().numbersProperty().get();
        int size = numbers.size();
        int columns = Math.min(size, (int) width);
        double scale = getSkinnable().effectiveScale();
        Color up = appearance().positive();
        Color down = appearance().negative();
        double middle = snap(height / 2);
        for (int column = 0; column < columns; column++) {
            int from = (int) ((long) column * size / columns);
            int to = (int) ((long) (column + 1) * size / columns);
            double value = farthest(numbers, from, to);
            double share = Math.min(1, Math.abs(value) / scale);
            double left = snap(width * column / columns);
            double right = snap(width * (column + 1) / columns);
            g.setFill(value < 0 ? down : up);
            g.setGlobalAlpha(Math.sqrt(share) * TINT);
            g.fillRect(left, 0, right - left, height);
            g.setGlobalAlpha(1);
            double bar = share * height / 2;
            g.fillRect(left, value < 0 ? middle : middle - bar, right - left, bar);
        }
        g.setFill(appearance().color(Role.MUTED));
        g.setGlobalAlpha(0.7);
        g.fillRect(0, middle - 0.5, width, 1);
        g.setGlobalAlpha(1);
        outline(g, getSkinnable().selectedProperty().get(), Role.ACCENT, width, height);
        outline(g, getSkinnable().hoveredProperty().get(), Role.TEXT, width, height);
    }

    private void outline(GraphicsContext g, int index, Role role, double width, double height) {
        int size = getSkinnable().numbersProperty().get().size();
        if (index >= 0 && index < size) {
            g.setStroke(appearance().color(role));
            g.setLineWidth(2);
            double left = snap(width * index / size);
            g.strokeRect(left, 1, Math.max(2, width / size), height - 2);
        }
    }

    private static double farthest(Numbers numbers, int from, int to) {
        double farthest = 0;
        for (int i = from; i < to; i++) {
            double value = numbers.at(i);
            if (Math.abs(value) > Math.abs(farthest)) {
                farthest = value;
            }
        }
        return farthest;
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return left + appearance().px(WIDTH) + right;
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return top + appearance().px(HEIGHT) + bottom;
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return left + right;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return top + appearance().px(HEIGHT) / 2 + bottom;
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
