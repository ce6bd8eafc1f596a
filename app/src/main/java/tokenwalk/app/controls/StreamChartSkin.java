package tokenwalk.app.controls;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.BundledFonts;
import tokenwalk.app.theme.Role;

final class StreamChartSkin extends CanvasSkin<StreamChart> {
    private static final double LEFT = 44;
    private static final double RIGHT = 8;
    private static final double LINE = 18;
    /** The sum at the end takes so many places, and one more is left free before it. */
    private static final int SUM_PLACES = 2;

    private static final double LENGTHS_SHARE = 0.32;
    private static final double TEXT = 12;
    private static final double HATCH = 5;
    private static final int LAYERS_A_LABEL = 5;

    private final Tooltip tooltip = new Tooltip();

    StreamChartSkin(StreamChart chart, Appearance appearance) {
        super(chart, appearance);
        redrawOn(chart.barsProperty());
        redrawOn(chart.selectedProperty());
        redrawOn(chart.hoveredProperty());
        registerChangeListener(chart.hoveredProperty(), change -> describe());
        tooltip.setShowDelay(Duration.millis(200));
        chart.addEventHandler(
                MouseEvent.MOUSE_MOVED, event -> chart.hoveredProperty().set(place(event)));
        chart.addEventHandler(
                MouseEvent.MOUSE_EXITED, event -> chart.hoveredProperty().set(StreamChart.NONE));
        chart.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            chart.requestFocus();
            if (place(event) != StreamChart.NONE) {
                chart.selectedProperty().set(place(event));
            }
        });
        describe();
    }

    private int place(MouseEvent event) {
        int place = (int) Math.floor((event.getX() - snappedLeftInset() - left()) / step());
        return place >= 0 && place < getSkinnable().getBars().size() ? place : StreamChart.NONE;
    }

    private double left() {
        return appearance().px(LEFT);
    }

    private double step() {
        StreamChart chart = getSkinnable();
        double room = chart.getWidth()
                - snappedLeftInset()
                - snappedRightInset()
                - left()
                - appearance().px(RIGHT);
        return room / (chart.getBars().size() + 1 + SUM_PLACES);
    }

    private void describe() {
        int hovered = getSkinnable().hoveredProperty().get();
        List<StreamBar> bars = getSkinnable().getBars();
        if (hovered < 0 || hovered >= bars.size()) {
            getSkinnable().setTooltip(null);
            return;
        }
        StreamBar bar = bars.get(hovered);
        tooltip.setText(bar.name() + ": " + SignedNumber.marked(bar.change(), 3) + ", length "
                + SignedNumber.of(bar.length(), 1));
        getSkinnable().setTooltip(tooltip);
        getSkinnable().setAccessibleText(tooltip.getText());
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        List<StreamBar> bars = getSkinnable().getBars();
        if (bars.isEmpty()) {
            return;
        }
        g.setFont(Font.font(BundledFonts.MONO, appearance().px(TEXT)));
        g.setTextBaseline(VPos.CENTER);
        double line = appearance().px(LINE);
        double lengths = height * LENGTHS_SHARE;
        double layersAt = height - lengths - line;
        mark(g, getSkinnable().hoveredProperty().get(), appearance().color(Role.TRACK), height);
        mark(g, getSkinnable().selectedProperty().get(), appearance().color(Role.ACCENT_SUBTLE), height);
        waterfall(g, bars, width, line / 2, layersAt - line / 2);
        layers(g, bars, layersAt + line / 2);
        lengths(g, bars, width, layersAt + 2 * line, height - 4);
    }

    private void mark(GraphicsContext g, int place, Color color, double height) {
        if (place >= 0 && place < getSkinnable().getBars().size()) {
            g.setFill(color);
            g.fillRect(snap(left() + place * step()), 0, Math.max(2, snap(step())), height);
        }
    }

    private void waterfall(GraphicsContext g, List<StreamBar> bars, double width, double top, double bottom) {
        double lowest = 0;
        double highest = 0;
        double sum = 0;
        for (StreamBar bar : bars) {
            sum += bar.change();
            lowest = Math.min(lowest, sum);
            highest = Math.max(highest, sum);
        }
        ValueAxis axis = new ValueAxis(lowest, highest, top, bottom);
        g.setLineWidth(1);
        g.setTextAlign(TextAlignment.RIGHT);
        for (double tick : axis.ticks(appearance().px(36))) {
            grid(g, axis.at(tick), width, tick == 0);
            g.setFill(appearance().color(Role.MUTED));
            g.fillText(SignedNumber.of(tick, axis.places()), left() - 6, axis.at(tick));
        }
        double from = 0;
        for (int place = 0; place < bars.size(); place++) {
            StreamBar bar = bars.get(place);
            double to = from + bar.change();
            bar(g, bar, place, axis.at(from), axis.at(to));
            from = to;
        }
        double x = snap(left() + (bars.size() + 1) * step());
        g.setStroke(appearance().color(Role.ACCENT));
        g.setLineDashes(3, 3);
        double end = snap(axis.at(sum)) + 0.5;
        g.strokeLine(left() + bars.size() * step(), end, x, end);
        g.setLineDashes();
        g.setFill(appearance().color(Role.ACCENT_FILL));
        g.fillRect(x, Math.min(axis.at(0), end), SUM_PLACES * step(), Math.max(1, Math.abs(axis.at(0) - end)));
    }

    private void grid(GraphicsContext g, double y, double width, boolean strong) {
        g.setStroke(appearance().color(strong ? Role.MUTED : Role.LINE));
        double at = snap(y) + 0.5;
        g.strokeLine(left(), at, width, at);
    }

    /** Attention is filled, the MLP hatched: the colour is not the only sign. */
    private void bar(GraphicsContext g, StreamBar bar, int place, double from, double to) {
        double x = snap(left() + place * step()) + 0.5;
        double barWidth = Math.max(1, snap(step()) - 2);
        double top = Math.min(from, to);
        double height = Math.max(1, Math.abs(to - from));
        Color color = color(bar.kind());
        g.setStroke(appearance().color(Role.MUTED));
        g.strokeLine(x + barWidth, snap(to) + 0.5, x + barWidth + 2, snap(to) + 0.5);
        g.setFill(color);
        if (bar.kind() == StreamBar.Kind.MLP) {
            g.save();
            g.beginPath();
            g.rect(x, top, barWidth, height);
            g.clip();
            g.setGlobalAlpha(0.25);
            g.fillRect(x, top, barWidth, height);
            g.setGlobalAlpha(1);
            g.setStroke(color);
            g.setLineWidth(1.2);
            for (double y = top - barWidth; y < top + height + barWidth; y += HATCH) {
                g.strokeLine(x, y + barWidth, x + barWidth, y);
            }
            g.restore();
            g.setLineWidth(1);
            g.setStroke(color);
            g.strokeRect(x, top, barWidth, height);
        } else {
            g.fillRect(x, top, barWidth, height);
        }
        // Where the bar ends, thick: so one sees whether it goes up or down.
        g.setFill(color);
        g.fillRect(x - 0.5, snap(to) - 1, barWidth + 1, 3);
    }

    private Color color(StreamBar.Kind kind) {
        return appearance()
                .color(
                        switch (kind) {
                            case NO_BLOCK -> Role.MUTED;
                            case ATTENTION -> Role.ATTENTION;
                            case MLP -> Role.MLP;
                        });
    }

    private void layers(GraphicsContext g, List<StreamBar> bars, double y) {
        g.setTextAlign(TextAlignment.CENTER);
        g.setFill(appearance().color(Role.MUTED));
        int labelled = StreamBar.NO_LAYER;
        for (int place = 0; place < bars.size(); place++) {
            int layer = bars.get(place).layer();
            if (layer != StreamBar.NO_LAYER && layer != labelled && layer % LAYERS_A_LABEL == 0) {
                g.fillText(Integer.toString(layer), left() + (place + 1) * step(), y);
                labelled = layer;
            }
        }
        g.setFill(appearance().color(Role.ACCENT));
        g.fillText("sum", left() + (bars.size() + 1 + SUM_PLACES / 2.0) * step(), y);
        g.setFill(appearance().color(Role.MUTED));
        g.setFont(Font.font(BundledFonts.TEXT, appearance().px(TEXT)));
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText("layer", 0, y);
        g.fillText("length of what is added (log)", left(), y + appearance().px(LINE));
        g.setFont(Font.font(BundledFonts.MONO, appearance().px(TEXT)));
    }

    private void lengths(GraphicsContext g, List<StreamBar> bars, double width, double top, double bottom) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (StreamBar bar : bars) {
            if (bar.length() > 0) {
                least = Math.min(least, bar.length());
                most = Math.max(most, bar.length());
            }
        }
        if (most == 0) {
            return;
        }
        double from = Math.floor(Math.log10(least));
        double to = Math.max(from + 1, Math.ceil(Math.log10(most)));
        g.setTextAlign(TextAlignment.RIGHT);
        for (double decade = from; decade <= to; decade++) {
            double y = bottom - (decade - from) / (to - from) * (bottom - top);
            grid(g, y, width, false);
            g.setFill(appearance().color(Role.MUTED));
            g.fillText(
                    decade < 0
                            ? String.format("%.2g", Math.pow(10, decade))
                            : String.format("%,.0f", Math.pow(10, decade)),
                    left() - 6,
                    y);
        }
        double radius = Math.clamp(step() * 0.35, 2, appearance().px(4));
        for (int place = 0; place < bars.size(); place++) {
            StreamBar bar = bars.get(place);
            if (bar.length() > 0) {
                double y = bottom - (Math.log10(bar.length()) - from) / (to - from) * (bottom - top);
                dot(g, bar.kind(), left() + (place + 0.5) * step(), y, radius);
            }
        }
    }

    private void dot(GraphicsContext g, StreamBar.Kind kind, double x, double y, double radius) {
        g.setFill(color(kind));
        g.setStroke(color(kind));
        switch (kind) {
            case NO_BLOCK ->
                g.fillPolygon(
                        new double[] {x - radius, x, x + radius, x}, new double[] {y, y - radius, y, y + radius}, 4);
            case ATTENTION -> g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
            case MLP -> {
                g.setLineWidth(1.5);
                g.strokeRect(x - radius + 0.5, y - radius + 0.5, 2 * radius - 1, 2 * radius - 1);
                g.setLineWidth(1);
            }
        }
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return left + appearance().px(480) + right;
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return top + appearance().px(320) + bottom;
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return left + appearance().px(280) + right;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return top + appearance().px(240) + bottom;
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
