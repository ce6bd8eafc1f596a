package tokenwalk.app.controls;

import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import tokenwalk.app.theme.Appearance;

/**
 * Chooses how many layers the tokens have passed: level 0 is the embedding, level L the end. The level is always whole;
 * the position follows the hand, or moves smoothly to a level that was set, for pictures that move with it.
 */
public final class LevelSlider extends Control {
    public static final int NONE = -1;

    private static final double CHANGE_MILLIS = 220;
    private static final double SNAP_MILLIS = 120;
    private static final int PAGE = 5;
    private static final int NO_KEY = Integer.MIN_VALUE;

    private final Appearance appearance;
    private final IntegerProperty layers = new SimpleIntegerProperty(this, "layers", 0) {
        @Override
        protected void invalidated() {
            level.set(level.get());
        }
    };
    private final IntegerProperty level = new SimpleIntegerProperty(this, "level", 0) {
        @Override
        public void set(int value) {
            super.set(Math.clamp(value, 0, Math.max(0, layers.get())));
        }

        @Override
        protected void invalidated() {
            levelChanged();
        }
    };
    private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper(this, "position", 0);
    private final IntegerProperty goal = new SimpleIntegerProperty(this, "goal", NONE);
    private final Timeline motion = new Timeline();
    private boolean dragging;

    public LevelSlider(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("level-slider");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText("Layer");
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** How many layers there are, and so the last level. */
    public IntegerProperty layersProperty() {
        return layers;
    }

    /** The chosen level, 0…layers; other values are brought into this range. May be bound both ways. */
    public IntegerProperty levelProperty() {
        return level;
    }

    public int getLevel() {
        return level.get();
    }

    public void setLevel(int value) {
        level.set(value);
    }

    /** Where the thumb is, between two levels while it moves. */
    public ReadOnlyDoubleProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    /** The level a lesson asks for, marked by a triangle; {@link #NONE} for none. */
    public IntegerProperty goalProperty() {
        return goal;
    }

    /** @return the level in words */
    static String describe(int level, int layers) {
        return level == 0 ? "embedding, no layer yet" : "after " + level + " of " + layers + " layers";
    }

    void drag(double to) {
        dragging = true;
        motion.stop();
        position.set(Math.clamp(to, 0, Math.max(0, layers.get())));
        level.set((int) Math.round(position.get()));
    }

    void drop() {
        dragging = false;
        moveTo(level.get(), SNAP_MILLIS);
    }

    private void levelChanged() {
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        if (!dragging) {
            moveTo(level.get(), CHANGE_MILLIS);
        }
    }

    private void moveTo(int target, double millis) {
        motion.stop();
        Duration duration = appearance.motion(millis);
        if (getScene() == null || duration.equals(Duration.ZERO)) {
            position.set(target);
            return;
        }
        motion.getKeyFrames().setAll(new KeyFrame(duration, new KeyValue(position, target, Interpolator.EASE_BOTH)));
        motion.playFromStart();
    }

    private void key(KeyEvent event) {
        if (event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        int now = level.get();
        int next = switch (event.getCode()) {
            case LEFT, DOWN -> now - 1;
            case RIGHT, UP -> now + 1;
            case HOME -> 0;
            case END -> layers.get();
            case PAGE_UP -> now + PAGE;
            case PAGE_DOWN -> now - PAGE;
            default -> NO_KEY;
        };
        if (next != NO_KEY) {
            setLevel(next);
            event.consume();
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> (double) level.get();
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> (double) layers.get();
            case VALUE_STRING -> describe(level.get(), layers.get());
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new LevelSliderSkin(this, appearance);
    }
}
