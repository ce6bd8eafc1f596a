package tokenwalk.app.controls;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import javafx.scene.input.KeyEvent;
import tokenwalk.app.theme.Appearance;

/**
 * A waterfall: each bar begins where the one before it ended, up to the sum at the right end. Below it, on a log axis, how
 * long each added vector is.
 */
public final class StreamChart extends Control {
    public static final int NONE = -1;

    private final Appearance appearance;
    private final ObjectProperty<List<StreamBar>> bars = new SimpleObjectProperty<>(this, "bars", List.of());
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", NONE);
    private final IntegerProperty hovered = new SimpleIntegerProperty(this, "hovered", NONE);

    public StreamChart(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("stream-chart");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    public ObjectProperty<List<StreamBar>> barsProperty() {
        return bars;
    }

    public List<StreamBar> getBars() {
        return bars.get();
    }

    public void setBars(List<StreamBar> value) {
        bars.set(List.copyOf(value));
    }

    /** The chosen bar, or {@link #NONE}; a click or ← → picks another. */
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /** The bar under the mouse, or {@link #NONE}. */
    public IntegerProperty hoveredProperty() {
        return hovered;
    }

    private void key(KeyEvent event) {
        int last = bars.get().size() - 1;
        if (last < 0 || event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        int now = selected.get();
        int next = switch (event.getCode()) {
            case LEFT -> Math.max(0, now - 1);
            case RIGHT -> Math.min(last, now + 1);
            case HOME -> 0;
            case END -> last;
            default -> NONE;
        };
        if (next != NONE) {
            selected.set(next);
            event.consume();
        }
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new StreamChartSkin(this, appearance);
    }
}
