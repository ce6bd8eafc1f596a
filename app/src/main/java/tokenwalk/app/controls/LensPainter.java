package tokenwalk.app.controls;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.Role;

/** Draws the levels, cells and rank curve of a {@link LensGrid}. */
final class LensPainter {
    /** From here on signs are drawn in the text colour, since muted ones would fade into the shading. */
    private static final double SHADED = 0.3;

    private static final double HATCH = 7;
    private static final int LABELLED = 10;
    /** A rank so many times the last one that was told is told, too. */
    private static final double LEAP = 3;

    private final GraphicsContext pen;
    private final Appearance appearance;
    private final LensGeometry at;
    private final Font plain;
    private final Font bold;
    private final Font number;
    private final Text ruler = new Text();
    private final Map<String, Double> widths = new HashMap<>();

    LensPainter(GraphicsContext pen, Appearance appearance, LensGeometry at) {
        this.pen = pen;
        this.appearance = appearance;
        this.at = at;
        this.plain = Font.font("Inter", FontWeight.NORMAL, appearance.px(12));
        this.bold = Font.font("Inter", FontWeight.BOLD, appearance.px(12));
        this.number = Font.font("JetBrains Mono NL", appearance.px(12));
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.LEFT);
    }

    void levels(int chosen) {
        pen.setTextAlign(TextAlignment.RIGHT);
        for (int level = 0; level <= at.lastLevel(); level++) {
            pen.setFont(number);
            pen.setFill(color(level == chosen ? Role.ACCENT : Role.MUTED));
            pen.fillText(Integer.toString(level), at.left() - appearance.px(10), at.middle(level));
        }
        pen.setTextAlign(TextAlignment.LEFT);
    }

    void cells(LensCells cells) {
        for (int position = at.firstSeen(); position <= at.lastSeen(); position++) {
            double x = at.columnLeft(position);
            for (int level = 0; level <= at.lastLevel(); level++) {
                LensCell cell = cells.at(level, position);
                if (cell == null) {
                    hatched(x, at.top(level));
                } else {
                    cell(cell, x, at.top(level));
                }
            }
        }
    }

    private void cell(LensCell cell, double x, double y) {
        double width = at.columnWidth() - 1;
        double height = at.rowHeight() - 1;
        pen.setFill(color(Role.ACCENT));
        pen.setGlobalAlpha(cell.probability() * LensGrid.fullTint(appearance.theme()));
        pen.fillRect(x, y, width, height);
        pen.setGlobalAlpha(1);
        Font font = cell.isSure() ? bold : plain;
        pen.setFont(font);
        double pen0 = x + appearance.px(4);
        double room = x + width - appearance.px(3) - pen0;
        for (TokenLabel.Run run : cell.token().runs()) {
            String shown = fitted(run.text(), font, room);
            pen.setFill(color(run.sign() && cell.probability() < SHADED ? Role.MUTED : Role.TEXT));
            pen.fillText(shown, pen0, y + height / 2);
            double used = width(shown, font);
            pen0 += used;
            room -= used;
            if (!shown.equals(run.text())) {
                return;
            }
        }
    }

    /** The words, or as many of their letters as there is room for, and an ellipsis. */
    private String fitted(String words, Font font, double room) {
        if (width(words, font) <= room) {
            return words;
        }
        int end = words.length();
        while (end > 0 && width(words.substring(0, end) + "…", font) > room) {
            end = words.offsetByCodePoints(end, -1);
        }
        return words.substring(0, end) + "…";
    }

    private double width(String words, Font font) {
        return widths.computeIfAbsent((font == bold ? "b" : font == plain ? "p" : "n") + words, _ -> {
            ruler.setFont(font);
            ruler.setText(words);
            return ruler.getLayoutBounds().getWidth();
        });
    }

    private void hatched(double x, double y) {
        double width = at.columnWidth() - 1;
        double height = at.rowHeight() - 1;
        hatch(pen, appearance, x, y, width, height);
    }

    /** The pattern of what is not there yet. */
    static void hatch(GraphicsContext pen, Appearance appearance, double x, double y, double width, double height) {
        pen.save();
        pen.beginPath();
        pen.rect(x, y, width, height);
        pen.clip();
        pen.setStroke(appearance.color(Role.LINE));
        pen.setLineWidth(1);
        double step = appearance.px(HATCH);
        for (double from = x - height; from < x + width; from += step) {
            pen.strokeLine(from, y + height, from + height, y);
        }
        pen.restore();
    }

    void chosen(int level, int position) {
        double top = Math.round(at.top(level)) - 0.5;
        double height = Math.round(at.rowHeight());
        pen.setStroke(color(Role.LINE));
        pen.setLineWidth(1);
        pen.strokeRect(at.left() - 0.5, top, at.curveLeft() + at.curveWidth() + appearance.px(8) - at.left(), height);
        double x = at.columnLeft(position);
        if (x + at.columnWidth() > at.left() && x < at.right()) {
            double left = Math.max(at.left(), x);
            pen.setStroke(color(Role.TEXT));
            pen.setLineWidth(2);
            pen.strokeRect(left, top, Math.min(at.right(), x + at.columnWidth()) - left, height);
        }
    }

    /** Ground, decades and the rows' guide of the curve. */
    void curveGround(int worst) {
        pen.setFill(color(Role.PLOT));
        pen.fillRect(at.curveLeft(), 0, at.curveWidth() + appearance.px(8), at.height());
        pen.setStroke(color(Role.LINE));
        pen.setLineWidth(1);
        for (long rank = 1; rank <= worst; rank *= 10) {
            double x = Math.floor(at.rankX(rank, worst)) + 0.5;
            pen.strokeLine(x, 0, x, at.height());
        }
    }

    void curve(Numbers ranks, int worst, int chosen) {
        int count = Math.min(ranks.size(), at.lastLevel() + 1);
        double[] x = new double[count];
        double[] y = new double[count];
        for (int level = 0; level < count; level++) {
            x[level] = at.rankX(ranks.at(level), worst);
            y[level] = at.middle(level);
        }
        pen.setStroke(color(Role.ACCENT));
        pen.setLineWidth(appearance.px(2));
        pen.strokePolyline(x, y, count);
        double radius = appearance.px(3);
        for (int level = 0; level < count; level++) {
            boolean here = level == chosen;
            double size = here ? 1.7 * radius : radius;
            pen.setFill(color(Role.ACCENT));
            pen.fillOval(x[level] - size, y[level] - size, 2 * size, 2 * size);
            if (here) {
                double inner = size - appearance.px(2);
                pen.setFill(color(Role.CARD));
                pen.fillOval(x[level] - inner, y[level] - inner, 2 * inner, 2 * inner);
            }
        }
        double told = 0;
        for (int level = count - 1; level >= 0; level--) {
            double rank = ranks.at(level);
            boolean leap = told > 0 && Math.max(rank / told, told / rank) >= LEAP;
            if (leap || level == count - 1 || level == chosen || level % LABELLED == 0) {
                rank(rank, x[level], y[level], level == chosen);
                told = rank;
            }
        }
    }

    /** On the side where there is more room. */
    private void rank(double rank, double x, double y, boolean here) {
        String words = String.format(Locale.ROOT, "%,.0f", rank);
        double away = appearance.px(here ? 9 : 7);
        boolean right = x < at.curveLeft() + at.curveWidth() / 2;
        pen.setFont(number);
        double start = right ? x + away : x - away - width(words, number);
        pen.setStroke(color(Role.PLOT));
        pen.setLineWidth(3);
        pen.strokeText(words, start, y);
        pen.setFill(color(Role.TEXT));
        pen.fillText(words, start, y);
    }

    /** What the decades are, below the curve. */
    void rankAxis(int worst, String caption, double top) {
        pen.setFont(number);
        pen.setFill(color(Role.MUTED));
        pen.setTextAlign(TextAlignment.CENTER);
        double free = Double.POSITIVE_INFINITY;
        for (long rank = 1; rank <= worst; rank *= 10) {
            String words = rank >= 1000 ? rank / 1000 + "k" : Long.toString(rank);
            double half = width(words, number) / 2;
            double x = at.rankX(rank, worst);
            if (x + half < free) {
                pen.fillText(words, x, top + appearance.px(9));
                free = x - half - appearance.px(3);
            }
        }
        pen.setFont(plain);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.fillText(
                fitted(caption, plain, at.curveWidth() + appearance.px(20)),
                at.curveLeft() + at.curveWidth() + appearance.px(8),
                top + appearance.px(25));
        pen.setTextAlign(TextAlignment.LEFT);
    }

    private Color color(Role role) {
        return appearance.color(role);
    }
}
