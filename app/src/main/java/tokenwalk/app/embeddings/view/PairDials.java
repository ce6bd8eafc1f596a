package tokenwalk.app.embeddings.view;

import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.embeddings.model.RotaryModel.Turned;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.Role;

/**
 * A dial for each pair of numbers in a head: how far it is turned for the query (long hand) and for the key (short,
 * dashed), like a clock from the top; the wedge between them is all that their distance leaves.
 */
final class PairDials extends Drawing {
    private static final double NAME = 15;
    private static final double WEDGE = 0.28;
    private static final double KEY_HAND = 0.7;

    private final Tooltip tooltip = new Tooltip();
    private @Nullable Turned turned;

    PairDials(Appearance appearance) {
        super(appearance, 560, 116);
        setId("dials");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        Tooltip.install(this, tooltip);
    }

    void show(@Nullable Turned now) {
        turned = now;
        if (now != null) {
            setAccessibleText("%d pairs, turned to positions %d and %d"
                    .formatted(now.rotary().pairs(), now.queryAt() + 1, now.keyAt() + 1));
        }
        requestLayout();
    }

    /** As many columns as make the dials largest. */
    private static int columns(int pairs, double width, double height, double name) {
        int best = pairs;
        double largest = 0;
        for (int rows = 1; rows <= pairs; rows++) {
            int columns = Math.ceilDiv(pairs, rows);
            double size = Math.min(width / columns, height / rows - name);
            if (size > largest) {
                largest = size;
                best = columns;
            }
        }
        return best;
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        Turned now = turned;
        if (now == null) {
            return;
        }
        int pairs = now.rotary().pairs();
        double name = appearance().px(NAME);
        int columns = columns(pairs, width, height, name);
        double cellWidth = width / columns;
        double cellHeight = height / Math.ceilDiv(pairs, columns);
        double radius = Math.max(2, Math.min(cellWidth, cellHeight - name) / 2 - 3);
        g.setFont(noteFont());
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.BOTTOM);
        for (int pair = 0; pair < pairs; pair++) {
            double x = (pair % columns + 0.5) * cellWidth;
            double top = Math.floorDiv(pair, columns) * cellHeight;
            dial(g, now, pair, x, top + radius + 3, radius);
            g.setFill(appearance().color(Role.MUTED));
            g.fillText(Integer.toString(pair), x, top + 2 * radius + 6 + name);
        }
    }

    private void dial(GraphicsContext g, Turned now, int pair, double x, double y, double radius) {
        double query = now.rotary().angle(pair, now.queryAt());
        double key = now.rotary().angle(pair, now.keyAt());
        g.setFill(appearance().color(Role.PLOT));
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        Color wedge = appearance().color(Role.ATTENTION);
        g.setFill(wedge.deriveColor(0, 1, 1, WEDGE));
        double between = Math.toDegrees(query - key) % 360;
        g.fillArc(
                x - radius,
                y - radius,
                2 * radius,
                2 * radius,
                90 - Math.toDegrees(query) % 360,
                between,
                ArcType.ROUND);
        g.setStroke(appearance().color(Role.LINE));
        g.setLineWidth(1);
        g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
        hand(g, x, y, key, radius * KEY_HAND, appearance().color(Role.KEY), 3);
        hand(g, x, y, query, radius, appearance().color(Role.QUERY), 2);
    }

    private static void hand(
            GraphicsContext g, double x, double y, double angle, double length, Color color, double w) {
        g.setStroke(color);
        g.setLineWidth(w);
        g.strokeLine(x, y, x + length * Math.sin(angle), y - length * Math.cos(angle));
    }

    private void hover(MouseEvent event) {
        Turned now = turned;
        if (now == null) {
            return;
        }
        int pairs = now.rotary().pairs();
        int columns = columns(pairs, getWidth(), getHeight(), appearance().px(NAME));
        int column = (int) (event.getX() / getWidth() * columns);
        int row = (int) (event.getY() / getHeight() * Math.ceilDiv(pairs, columns));
        int pair = row * columns + column;
        if (column >= 0 && column < columns && pair >= 0 && pair < pairs) {
            tooltip.setText(describe(now, pair));
        }
    }

    /** @return how far a pair turns, in words */
    static String describe(Turned now, int pair) {
        return "pair %d: numbers %d and %d of the head%n%s a position%nquery at %d: %s%nkey at %d: %s%nbetween them: %s"
                .formatted(
                        pair,
                        pair,
                        pair + now.rotary().pairs(),
                        degrees(now.rotary().angle(pair, 1)),
                        now.queryAt() + 1,
                        degrees(now.rotary().angle(pair, now.queryAt())),
                        now.keyAt() + 1,
                        degrees(now.rotary().angle(pair, now.keyAt())),
                        degrees(now.rotary().angle(pair, now.distance())));
    }

    private static String degrees(double radians) {
        double degrees = Math.toDegrees(radians);
        return String.format(Locale.ROOT, degrees < 1 ? "%.4f°" : "%,.1f°", degrees);
    }
}
