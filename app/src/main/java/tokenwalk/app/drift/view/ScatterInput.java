package tokenwalk.app.drift.view;

import java.util.Locale;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.drift.model.DriftPicture;

/** Mouse, wheel and keys of the plot: hover, pick, zoom, pan. */
final class ScatterInput {
    private static final double KEY_ZOOM = 1.25;

    private final ScatterCanvas control;
    private final ScatterSkin skin;
    private final Tooltip tooltip = new Tooltip();
    private final EventHandler<MouseEvent> mouse = this::mouse;
    private final EventHandler<ScrollEvent> wheel = this::wheel;
    private final EventHandler<KeyEvent> keys = this::key;
    private double dragX;
    private double dragY;

    ScatterInput(ScatterCanvas control, ScatterSkin skin) {
        this.control = control;
        this.skin = skin;
        control.addEventHandler(MouseEvent.ANY, mouse);
        control.addEventHandler(ScrollEvent.SCROLL, wheel);
        control.addEventHandler(KeyEvent.KEY_PRESSED, keys);
    }

    void dispose() {
        tooltip.hide();
        control.removeEventHandler(MouseEvent.ANY, mouse);
        control.removeEventHandler(ScrollEvent.SCROLL, wheel);
        control.removeEventHandler(KeyEvent.KEY_PRESSED, keys);
    }

    private void mouse(MouseEvent event) {
        if (event.getEventType() == MouseEvent.MOUSE_MOVED) {
            skin.hover(skin.tokenAt(event.getX(), event.getY()));
        } else if (event.getEventType() == MouseEvent.MOUSE_EXITED) {
            skin.hover(-1);
        } else if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            control.requestFocus();
            dragX = event.getX();
            dragY = event.getY();
        } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
            skin.hover(-1);
            pan(event.getX() - dragX, event.getY() - dragY);
            dragX = event.getX();
            dragY = event.getY();
        } else if (event.getEventType() == MouseEvent.MOUSE_CLICKED && event.isStillSincePress()) {
            click(event);
        }
    }

    private void click(MouseEvent event) {
        int token = skin.tokenAt(event.getX(), event.getY());
        if (token >= 0) {
            pick(token);
        } else if (event.getClickCount() == 2) {
            control.resetView();
        }
    }

    private void pick(int token) {
        control.onPickProperty().get().accept(token);
    }

    private void pan(double x, double y) {
        PlotGeometry geometry = skin.geometry();
        if (geometry != null) {
            Viewport seen = control.viewportProperty().get();
            control.viewportProperty()
                    .set(seen.moved(
                            x / geometry.plot().width(), y / geometry.plot().height()));
        }
    }

    private void wheel(ScrollEvent event) {
        zoom(Math.exp(event.getDeltaY() / 200), event.getX(), event.getY());
        event.consume();
    }

    private void zoom(double factor, double x, double y) {
        PlotGeometry geometry = skin.geometry();
        if (geometry != null) {
            Box plot = geometry.plot();
            Viewport seen = control.viewportProperty().get();
            control.viewportProperty()
                    .set(seen.zoomed(factor, (x - plot.x()) / plot.width(), (y - plot.y()) / plot.height()));
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case DIGIT0, NUMPAD0, HOME -> control.resetView();
            case PLUS, ADD, EQUALS -> zoom(KEY_ZOOM, control.getWidth() / 2, control.getHeight() / 2);
            case MINUS, SUBTRACT -> zoom(1 / KEY_ZOOM, control.getWidth() / 2, control.getHeight() / 2);
            case LEFT -> pickBeside(-1);
            case RIGHT -> pickBeside(1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void pickBeside(int step) {
        DriftPicture picture = control.pictureProperty().get();
        if (picture != null) {
            int chosen = control.chosenProperty().get();
            int from = chosen < 0 ? picture.tokenCount() : chosen;
            pick(Math.clamp(from + step, 0, picture.tokenCount() - 1));
        }
    }

    /** Shows what is known about a token beside its dot; hides it for −1. */
    void tell(int token) {
        DriftPicture picture = control.pictureProperty().get();
        PlotGeometry geometry = skin.geometry();
        control.setCursor(token < 0 ? Cursor.DEFAULT : Cursor.HAND);
        if (token < 0 || picture == null || geometry == null || token >= picture.tokenCount()) {
            tooltip.hide();
            return;
        }
        double level = control.levelProperty().get();
        int nearest = (int) Math.clamp(Math.round(level), 0, picture.lastLevel());
        tooltip.setText(words(picture, token, nearest, control.chosenProperty().get()));
        double x = geometry.x(picture.spotBetween(level, token)) + 16;
        double y = geometry.y(picture.spotBetween(level, token)) + 12;
        @Nullable Point2D place = control.localToScreen(x, y);
        if (place != null) {
            tooltip.show(control, place.getX(), place.getY());
        }
    }

    static String words(DriftPicture picture, int token, int level, int chosen) {
        StringBuilder words = new StringBuilder();
        words.append(LabelWriter.signs(picture.tokens().get(token).text()))
                .append(" · token ")
                .append(picture.tokens().get(token).number())
                .append(" · level ")
                .append(level);
        words.append(String.format(
                Locale.ROOT,
                "%nnorm %,.1f (×%.1f the level's median)",
                picture.norm(level, token),
                picture.normRatio(level, token)));
        picture.cosineToLevelBefore(level, token)
                .ifPresent(cosine -> words.append(
                        String.format(Locale.ROOT, "%ncosine to the level before %.3f, unprojected", cosine)));
        if (chosen >= 0 && chosen < picture.tokenCount() && chosen != token) {
            words.append(String.format(
                    Locale.ROOT,
                    "%nfrom %s %d: distance %,.1f, cosine %.3f, unprojected",
                    LabelWriter.signs(picture.tokens().get(chosen).text()),
                    picture.tokens().get(chosen).number(),
                    picture.distance(level, token, chosen),
                    picture.cosine(level, token, chosen)));
        }
        if (picture.isClamped(level, token)) {
            words.append(String.format("%noutside the frame: drawn at its edge"));
        }
        return words.toString();
    }
}
