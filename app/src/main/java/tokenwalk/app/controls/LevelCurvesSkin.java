package tokenwalk.app.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.event.EventHandler;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.Role;

/** Two canvases: the curves change with the text, the mark on them with the slider. */
final class LevelCurvesSkin extends CanvasSkin<LevelCurves> {
    private static final double LEFT = 52;
    private static final double RIGHT = 58;
    private static final double BELOW = 18;
    private static final double ABOVE = 6;
    private static final int LABELLED = 5;
    /** Of more tokens than this some are left out: faint lines on faint lines say nothing. */
    private static final int MOST_FAINT = 120;

    private static final double FAINT = 0.35;
    private static final double LEAST_FAINT = 0.1;
    private static final int FEW = 24;

    private final Canvas lines = new Canvas();
    private final EventHandler<MouseEvent> click = this::click;
    private boolean stale = true;
    private double low;
    private double high;
    private int levels;

    LevelCurvesSkin(LevelCurves curves, Appearance appearance) {
        super(curves, appearance);
        getChildren().addFirst(lines);
        registerChangeListener(curves.curvesProperty(), change -> redrawLines());
        registerChangeListener(curves.chosenProperty(), change -> redrawLines());
        registerChangeListener(appearance.themeProperty(), change -> redrawLines());
        registerChangeListener(appearance.textScaleProperty(), change -> redrawLines());
        redrawOn(curves.levelProperty());
        curves.addEventHandler(MouseEvent.MOUSE_PRESSED, click);
        curves.addEventHandler(MouseEvent.MOUSE_DRAGGED, click);
    }

    @Override
    public void dispose() {
        LevelCurves curves = getSkinnable();
        if (curves != null) {
            curves.removeEventHandler(MouseEvent.MOUSE_PRESSED, click);
            curves.removeEventHandler(MouseEvent.MOUSE_DRAGGED, click);
        }
        super.dispose();
    }

    private void redrawLines() {
        stale = true;
        getSkinnable().requestLayout();
    }

    private void click(MouseEvent event) {
        double step = (lines.getWidth() - px(LEFT + RIGHT)) / Math.max(1, levels - 1);
        if (levels > 0) {
            int level = (int) Math.round((event.getX() - px(LEFT)) / step);
            getSkinnable().onLevelProperty().get().accept(Math.clamp(level, 0, levels - 1));
        }
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        if (stale || lines.getWidth() != width || lines.getHeight() != height) {
            lines.setWidth(width);
            lines.setHeight(height);
            lines.relocate(x, y);
            stale = false;
            drawLines(lines.getGraphicsContext2D(), width, height);
        }
        super.layoutChildren(x, y, width, height);
    }

    private double px(double pixels) {
        return appearance().px(pixels);
    }

    private double x(int level, double width) {
        return px(LEFT) + (width - px(LEFT + RIGHT)) * level / Math.max(1, levels - 1);
    }

    private double y(double number, double height) {
        double share = (scaled(number) - low) / (high - low);
        return px(ABOVE) + (height - px(ABOVE + BELOW)) * (1 - share);
    }

    private double scaled(double number) {
        return switch (getSkinnable().scale()) {
            case LINEAR -> number;
            case LOGARITHMIC -> Math.log10(Math.max(number, 1e-6));
        };
    }

    private void drawLines(GraphicsContext g, double width, double height) {
        g.clearRect(0, 0, width, height);
        g.setFill(appearance().color(Role.PLOT));
        g.fillRect(px(LEFT), 0, width - px(LEFT + RIGHT), height - px(BELOW));
        List<Numbers> curves = getSkinnable().curvesProperty().get();
        levels = curves.isEmpty() ? 0 : curves.getFirst().size();
        if (levels == 0) {
            return;
        }
        measure(curves);
        grid(g, width, height);
        int chosen = getSkinnable().chosenProperty().get();
        int step = (curves.size() + MOST_FAINT - 1) / MOST_FAINT;
        g.setLineWidth(1);
        g.setGlobalAlpha(Math.clamp(FAINT * FEW / Math.min(curves.size(), MOST_FAINT), LEAST_FAINT, FAINT));
        for (int i = 0; i < curves.size(); i += step) {
            if (i != chosen) {
                line(g, curves.get(i), Role.MUTED, width, height);
            }
        }
        g.setGlobalAlpha(1);
        if (chosen >= 0 && chosen < curves.size()) {
            g.setLineWidth(px(2.5));
            line(g, curves.get(chosen), Role.ACCENT, width, height);
        }
    }

    private void line(GraphicsContext g, Numbers curve, Role role, double width, double height) {
        double[] x = new double[levels];
        double[] y = new double[levels];
        int count = 0;
        for (int level = 0; level < levels; level++) {
            if (!Double.isNaN(curve.at(level))) {
                x[count] = x(level, width);
                y[count++] = y(curve.at(level), height);
            }
        }
        g.setStroke(appearance().color(role));
        g.strokePolyline(x, y, count);
    }

    private void measure(List<Numbers> curves) {
        low = Double.POSITIVE_INFINITY;
        high = Double.NEGATIVE_INFINITY;
        for (Numbers curve : curves) {
            for (int level = 0; level < levels; level++) {
                double value = scaled(curve.at(level));
                if (!Double.isNaN(curve.at(level))) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        switch (getSkinnable().scale()) {
            case LINEAR -> {
                low = Math.min(0, Math.floor(low * 10) / 10);
                high = 1;
            }
            case LOGARITHMIC -> {
                low = Math.floor(low);
                high = Math.max(low + 1, Math.ceil(high));
            }
        }
    }

    private List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        switch (getSkinnable().scale()) {
            case LINEAR -> {
                for (double mark = -1; mark <= 1; mark += 0.5) {
                    if (mark >= low) {
                        marks.add(mark);
                    }
                }
            }
            case LOGARITHMIC -> {
                for (double power = low; power <= high; power++) {
                    marks.add(Math.pow(10, power));
                }
            }
        }
        return marks;
    }

    private void grid(GraphicsContext g, double width, double height) {
        g.setFont(Font.font("JetBrains Mono NL", px(12)));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setLineWidth(1);
        double free = Double.POSITIVE_INFINITY;
        for (double mark : marks()) {
            double y = Math.floor(y(mark, height)) + 0.5;
            g.setStroke(appearance().color(Role.LINE));
            g.strokeLine(px(LEFT), y, width - px(RIGHT), y);
            if (y <= free) {
                g.setFill(appearance().color(Role.MUTED));
                g.fillText(axisWord(mark), px(LEFT - 6), y);
                free = y - px(14);
            }
        }
        g.setTextAlign(TextAlignment.CENTER);
        for (int level = 0; level < levels; level += LABELLED) {
            g.setFill(appearance().color(Role.MUTED));
            g.fillText(Integer.toString(level), x(level, width), height - px(BELOW - 10));
        }
    }

    private static String axisWord(double mark) {
        if (mark >= 1000) {
            return LevelCurves.decimals(0).apply(mark / 1000) + "k";
        }
        return mark == Math.rint(mark)
                ? LevelCurves.decimals(0).apply(mark)
                : LevelCurves.decimals(mark < 0.1 ? 2 : 1).apply(mark);
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        List<Numbers> curves = getSkinnable().curvesProperty().get();
        int level = getSkinnable().levelProperty().get();
        int chosen = getSkinnable().chosenProperty().get();
        if (levels == 0 || level >= levels) {
            return;
        }
        double x = x(level, width);
        g.setStroke(appearance().color(Role.TEXT));
        g.setLineWidth(1);
        g.strokeLine(Math.floor(x) + 0.5, 0, Math.floor(x) + 0.5, height - px(BELOW));
        if (chosen < 0
                || chosen >= curves.size()
                || Double.isNaN(curves.get(chosen).at(level))) {
            return;
        }
        double number = curves.get(chosen).at(level);
        double y = y(number, height);
        g.setFill(appearance().color(Role.ACCENT));
        g.fillOval(x - px(5), y - px(5), px(10), px(10));
        g.setFill(appearance().color(Role.CARD));
        g.fillOval(x - px(2.5), y - px(2.5), px(5), px(5));
        g.setFont(Font.font("JetBrains Mono NL", FontWeight.BOLD, px(13)));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(appearance().color(Role.ACCENT));
        g.fillText(getSkinnable().write(number), width - px(RIGHT - 8), Math.clamp(y, px(8), height - px(BELOW)));
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return top + px(120) + bottom;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return top + px(76) + bottom;
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return left + px(320) + right;
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return left + px(200) + right;
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
