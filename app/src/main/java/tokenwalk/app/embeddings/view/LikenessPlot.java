package tokenwalk.app.embeddings.view;

import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.embeddings.model.PositionRowModel.AddedRow;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.Role;

/** The cosine of one position's row with that of every position, from −1 to 1; a ring at its own. */
final class LikenessPlot extends Drawing {
    private static final double LEFT = 36;
    private static final double BELOW = 18;
    private static final double AROUND = 8;
    private static final int TICKS = 8;

    private final Tooltip tooltip = new Tooltip();
    private @Nullable AddedRow added;

    LikenessPlot(Appearance appearance) {
        super(appearance, 460, 100);
        setId("likeness-plot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("cosine against position");
        addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        Tooltip.install(this, tooltip);
    }

    void show(@Nullable AddedRow now) {
        added = now;
        requestLayout();
    }

    private double left() {
        return appearance().px(LEFT);
    }

    private double x(int position, AddedRow now, double width) {
        return left() + AROUND + (width - left() - 2 * AROUND) * position / Math.max(1, now.places() - 1);
    }

    private static double y(double cosine, double bottom) {
        return AROUND + (1 - cosine) / 2 * (bottom - 2 * AROUND);
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        AddedRow now = added;
        if (now == null) {
            return;
        }
        double bottom = height - appearance().px(BELOW);
        g.setFill(appearance().color(Role.PLOT));
        g.fillRect(left(), 0, width - left(), bottom);
        axes(g, now, width, bottom);
        g.setStroke(appearance().color(Role.ACCENT));
        g.setLineWidth(1.5);
        g.beginPath();
        for (int other = 0; other < now.places(); other++) {
            double x = x(other, now, width);
            double y = y(now.alike().at(other), bottom);
            if (other == 0) {
                g.moveTo(x, y);
            } else {
                g.lineTo(x, y);
            }
        }
        g.stroke();
        ring(g, x(now.position(), now, width), y(1, bottom));
    }

    private void axes(GraphicsContext g, AddedRow now, double width, double bottom) {
        g.setFont(noteFont());
        g.setFill(appearance().color(Role.MUTED));
        g.setStroke(appearance().color(Role.LINE));
        g.setLineWidth(1);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        for (int cosine = -1; cosine <= 1; cosine++) {
            double y = Math.round(y(cosine, bottom)) + 0.5;
            g.strokeLine(left(), y, width, y);
            g.fillText(SignedNumber.of(cosine, 0), left() - 6, y);
        }
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        int step = Math.max(1, now.places() / TICKS);
        // Not at the very end, where half of the number would be cut off.
        for (int position = step; position <= now.places() - step / 2; position += step) {
            g.fillText(Integer.toString(position), x(position - 1, now, width), bottom + 3);
        }
    }

    private void ring(GraphicsContext g, double x, double y) {
        double radius = appearance().px(5);
        g.setFill(appearance().color(Role.CARD));
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        g.setLineWidth(2.5);
        g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private void hover(MouseEvent event) {
        AddedRow now = added;
        if (now == null) {
            return;
        }
        double share = (event.getX() - left() - AROUND) / (getWidth() - left() - 2 * AROUND);
        int other = Math.clamp(Math.round(share * (now.places() - 1)), 0, now.places() - 1);
        tooltip.setText("position %d: cosine %s"
                .formatted(other + 1, SignedNumber.of(now.alike().at(other), 3)));
    }
}
