package tokenwalk.app.drift.view;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import tokenwalk.app.drift.model.DriftPicture;
import tokenwalk.app.drift.model.Spot;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.Role;

/** Draws the plot, from the ground up: axes, trails, leaders, dots, labels. */
final class ScatterPainter {
    static final int LAST_TRAIL = 10;
    private static final int TRAIL = 4;

    private final GraphicsContext pen;
    private final Appearance appearance;
    private final LabelWriter writer;

    ScatterPainter(GraphicsContext pen, Appearance appearance, LabelWriter writer) {
        this.pen = pen;
        this.appearance = appearance;
        this.writer = writer;
    }

    /** The ground alone: all there is before the first picture. */
    void ground(Box plot, boolean focused) {
        pen.setFill(color(Role.PLOT));
        pen.fillRoundRect(plot.x(), plot.y(), plot.width(), plot.height(), 6, 6);
        if (focused) {
            Box ring = plot.grown(2);
            pen.setStroke(color(Role.ACCENT));
            pen.setLineWidth(2);
            pen.strokeRoundRect(ring.x(), ring.y(), ring.width(), ring.height(), 8, 8);
        }
    }

    void captions(DriftPicture picture, Box plot) {
        String arrow = picture.hasOrigin() ? " →" : "";
        pen.setFont(writer.small());
        pen.setFill(color(Role.MUTED));
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.fillText(picture.horizontal() + arrow, plot.right(), plot.bottom() + appearance.px(16));
        pen.save();
        pen.translate(plot.x() - appearance.px(14), plot.y());
        pen.rotate(-90);
        pen.fillText(picture.vertical() + arrow, 0, 0);
        pen.restore();
        pen.setTextAlign(TextAlignment.LEFT);
    }

    void zoomNote(Viewport viewport, Box plot) {
        if (!viewport.isWhole()) {
            pen.setFont(writer.small());
            pen.setFill(color(Role.MUTED));
            pen.setTextBaseline(VPos.CENTER);
            pen.fillText(
                    "zoom ×" + Math.round(viewport.scale() * 10) / 10.0 + " · 0 shows all",
                    plot.x(),
                    plot.bottom() + appearance.px(16));
        }
    }

    /** The lines on which a coordinate is 0: the mean of all that was fitted. */
    void zeroLines(PlotGeometry geometry) {
        Box plot = geometry.plot();
        Spot zero = new Spot(0, 0);
        double x = Math.floor(geometry.x(zero)) + 0.5;
        double y = Math.floor(geometry.y(zero)) + 0.5;
        pen.setStroke(color(Role.LINE));
        pen.setLineWidth(1);
        pen.strokeLine(x, plot.y(), x, plot.bottom());
        pen.strokeLine(plot.x(), y, plot.right(), y);
    }

    void trail(PlotGeometry geometry, Dots dots, int token, double level, double opacity) {
        boolean last = dots.isLast(token);
        boolean chosen = dots.isChosen(token);
        int length = last ? LAST_TRAIL : TRAIL;
        double start = Math.max(0, level - length);
        pen.setLineCap(StrokeLineCap.BUTT);
        pen.setStroke(color(last ? Role.LAST_TOKEN : Role.ACCENT));
        pen.setLineWidth((last ? 2.5 : chosen ? 2 : 1.2) * dots.unit());
        double strength = last ? 0.8 : chosen ? 0.7 : 0.4;
        double before = start;
        while (before < level) {
            double after = Math.min(Math.floor(before) + 1, level);
            Spot from = dots.picture().spotBetween(before, token);
            Spot to = dots.picture().spotBetween(after, token);
            pen.setGlobalAlpha(opacity * strength * (1 - (level - after) / length * 0.9));
            pen.strokeLine(geometry.x(from), geometry.y(from), geometry.x(to), geometry.y(to));
            before = after;
        }
        pen.setGlobalAlpha(1);
    }

    void dot(PlotGeometry geometry, Dots dots, int token, double level, boolean hovered) {
        Spot spot = dots.picture().spotBetween(level, token);
        double x = geometry.x(spot);
        double y = geometry.y(spot);
        double unit = dots.unit();
        double core = dots.core(token) + (hovered ? 2 * unit : 0);
        if (dots.isLast(token)) {
            ringed(x, y, core, unit, Role.LAST_TOKEN);
        } else if (token == 0) {
            diamond(x, y, core + 1.5 * unit, dots.isChosen(token) ? 3 * unit : 2 * unit);
        } else if (dots.isChosen(token)) {
            ringed(x, y, core, unit, Role.ACCENT);
        } else {
            disc(x, y, core, Role.CARD);
            disc(x, y, core - Math.min(1, unit), Role.ACCENT);
        }
    }

    private void ringed(double x, double y, double core, double unit, Role role) {
        disc(x, y, core + 3 * unit, role);
        disc(x, y, core + 1.6 * unit, Role.CARD);
        disc(x, y, core, role);
    }

    private void disc(double x, double y, double radius, Role role) {
        pen.setFill(color(role));
        pen.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private void diamond(double x, double y, double radius, double line) {
        double[] across = {x - radius, x, x + radius, x};
        double[] down = {y, y - radius, y, y + radius};
        pen.setLineJoin(StrokeLineJoin.MITER);
        pen.setFill(color(Role.CARD));
        pen.fillPolygon(across, down, 4);
        pen.setStroke(color(Role.ACCENT));
        pen.setLineWidth(line);
        pen.strokePolygon(across, down, 4);
    }

    /** Where the last token began. */
    void ghost(PlotGeometry geometry, Dots dots, double opacity) {
        Spot spot = dots.picture().spot(0, dots.last());
        pen.setGlobalAlpha(opacity);
        pen.setStroke(color(Role.LAST_TOKEN));
        pen.setLineWidth(1.5);
        pen.setLineDashes(3, 2);
        double radius = 6 * dots.unit();
        pen.strokeOval(geometry.x(spot) - radius, geometry.y(spot) - radius, 2 * radius, 2 * radius);
        pen.setLineDashes();
        pen.setGlobalAlpha(1);
    }

    void leaders(List<LabelBlend.Item> items, Dots dots) {
        pen.setLineWidth(1);
        for (LabelBlend.Item item : items) {
            Leader leader = item.leader();
            if (leader != null) {
                pen.setGlobalAlpha(0.8 * item.leaderOpacity());
                pen.setStroke(color(dots.isLast(item.label().token()) ? Role.LAST_TOKEN : Role.MUTED));
                pen.strokePolyline(
                        new double[] {leader.dotX(), leader.elbowX(), leader.endX()},
                        new double[] {leader.dotY(), leader.y(), leader.y()},
                        3);
            }
        }
        pen.setGlobalAlpha(1);
    }

    void label(LabelBlend.Item item) {
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setLineJoin(StrokeLineJoin.ROUND);
        pen.setGlobalAlpha(item.opacity());
        for (DotLabel.Run run : item.label().runs()) {
            pen.setFont(run.font());
            pen.setStroke(color(Role.PLOT));
            pen.setLineWidth(3);
            pen.strokeText(run.text(), item.box().x() + run.x(), item.box().middle());
        }
        for (DotLabel.Run run : item.label().runs()) {
            pen.setFont(run.font());
            pen.setFill(color(run.color()));
            pen.fillText(run.text(), item.box().x() + run.x(), item.box().middle());
        }
        pen.setGlobalAlpha(1);
    }

    private Color color(Role role) {
        return appearance.color(role);
    }
}
