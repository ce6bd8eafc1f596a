package tokenwalk.app.embeddings.view;

import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.embeddings.model.RotaryModel.Turned;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.Role;

/** The score of one query and one key if the key stood 0, 1, 2 … tokens before; a ring where it really stands. */
final class DistancePlot extends Drawing {
    private static final int LEAST_DISTANCES = 64;
    private static final int MOST_DISTANCES = 512;
    private static final double LEFT = 44;
    private static final double BELOW = 18;
    private static final double ABOVE = 8;
    private static final double RIGHT = 12;

    private final Tooltip tooltip = new Tooltip();
    private @Nullable Turned turned;
    private double[] scores = new double[0];

    DistancePlot(Appearance appearance) {
        super(appearance, 460, 100);
        setId("distance-plot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("score against distance");
        addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        Tooltip.install(this, tooltip);
    }

    /** A shift changes nothing here, so nothing is computed again for it: that is the point of the picture. */
    void show(@Nullable Turned now) {
        Turned before = turned;
        turned = now;
        if (now == null) {
            scores = new double[0];
        } else if (before == null
                || before.query() != now.query()
                || before.key() != now.key()
                || before.distance() != now.distance()
                || scores.length == 0) {
            int count = Math.clamp(now.distance() * 2L, LEAST_DISTANCES, MOST_DISTANCES);
            scores = new double[Math.max(count, now.distance() + 1)];
            for (int distance = 0; distance < scores.length; distance++) {
                scores[distance] = now.scoreAtDistance(distance);
            }
        }
        requestLayout();
    }

    /** @return the score at each distance that is drawn */
    double[] scores() {
        return scores.clone();
    }

    private double x(int distance, double width) {
        double left = appearance().px(LEFT);
        return left + (width - left - RIGHT) * distance / (scores.length - 1);
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        Turned now = turned;
        if (now == null || scores.length < 2) {
            return;
        }
        double highest = 0;
        double lowest = 0;
        for (double score : scores) {
            highest = Math.max(highest, score);
            lowest = Math.min(lowest, score);
        }
        double span = highest == lowest ? 1 : highest - lowest;
        double bottom = height - appearance().px(BELOW);
        double scale = (bottom - ABOVE) / span;
        double base = highest;
        double left = appearance().px(LEFT);

        g.setFill(appearance().color(Role.PLOT));
        g.fillRect(left, 0, width - left, bottom);
        g.setFont(noteFont());
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        double zero = ABOVE + base * scale;
        g.setStroke(appearance().color(Role.LINE));
        g.setLineWidth(1);
        g.strokeLine(left, Math.round(zero) + 0.5, width, Math.round(zero) + 0.5);
        g.setFill(appearance().color(Role.MUTED));
        label(g, highest, left, ABOVE + 2, zero);
        label(g, lowest, left, bottom - 6, zero);
        g.fillText("0", left - 6, zero);
        ticks(g, width, bottom);

        g.setStroke(appearance().color(Role.ATTENTION));
        g.setLineWidth(1.5);
        g.beginPath();
        for (int distance = 0; distance < scores.length; distance++) {
            double y = ABOVE + (base - scores[distance]) * scale;
            if (distance == 0) {
                g.moveTo(x(distance, width), y);
            } else {
                g.lineTo(x(distance, width), y);
            }
        }
        g.stroke();
        mark(g, x(now.distance(), width), ABOVE + (base - scores[now.distance()]) * scale);
    }

    /** Not where the zero is written. */
    private void label(GraphicsContext g, double value, double left, double y, double zero) {
        if (Math.abs(y - zero) > appearance().px(12)) {
            g.fillText(SignedNumber.of(value, 1), left - 6, y);
        }
    }

    private void ticks(GraphicsContext g, double width, double bottom) {
        int step = Math.max(1, scores.length / 8);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        for (int distance = 0; distance < scores.length; distance += step) {
            g.fillText(Integer.toString(distance), x(distance, width), bottom + 3);
        }
    }

    private void mark(GraphicsContext g, double x, double y) {
        double radius = appearance().px(5);
        g.setFill(appearance().color(Role.CARD));
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        g.setStroke(appearance().color(Role.ACCENT));
        g.setLineWidth(2.5);
        g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private void hover(MouseEvent event) {
        double left = appearance().px(LEFT);
        double share = (event.getX() - left) / (getWidth() - left - RIGHT);
        int distance = (int) Math.round(share * (scores.length - 1));
        if (distance >= 0 && distance < scores.length) {
            tooltip.setText("key %d tokens before: score %s".formatted(distance, SignedNumber.of(scores[distance], 3)));
        }
    }
}
