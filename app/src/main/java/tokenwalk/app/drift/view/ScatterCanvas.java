package tokenwalk.app.drift.view;

import java.util.function.IntConsumer;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.drift.model.DriftPicture;
import tokenwalk.app.theme.Appearance;

/**
 * The plot of a {@link DriftPicture}: one dot a token, fixed axes, labels that keep out of each other's way.
 *
 * <p>The wheel zooms, dragging pans, a double click or 0 shows the whole; ← → choose a token, + − zoom.
 */
public final class ScatterCanvas extends Control {
    private static final double LEVEL_CHANGE = 220;

    private final Appearance appearance;
    private final ObjectProperty<@Nullable DriftPicture> picture = new SimpleObjectProperty<>(this, "picture");
    private final DoubleProperty level = new SimpleDoubleProperty(this, "level", 0);
    private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen", -1);
    private final ObjectProperty<IntConsumer> onPick = new SimpleObjectProperty<>(this, "onPick", _ -> {});
    private final ObjectProperty<Viewport> viewport = new SimpleObjectProperty<>(this, "viewport", Viewport.WHOLE);
    private @Nullable Timeline glide;

    public ScatterCanvas(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("scatter-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty().bind(Bindings.createStringBinding(this::spoken, picture, level));
    }

    private String spoken() {
        DriftPicture shown = picture.get();
        if (shown == null) {
            return "Token positions: no text yet";
        }
        return "Token positions at level %d of %d: %d tokens, the last is %s"
                .formatted(
                        Math.round(level.get()),
                        shown.lastLevel(),
                        shown.tokenCount(),
                        LabelWriter.signs(shown.tokens().getLast().text()));
    }

    /** Null draws an empty ground. */
    public ObjectProperty<@Nullable DriftPicture> pictureProperty() {
        return picture;
    }

    /** The level shown, 0…last; between two levels the dots are on their way. */
    public DoubleProperty levelProperty() {
        return level;
    }

    /** Index of the token that stands out, −1 for none. A click does not set it, see {@link #onPickProperty}. */
    public IntegerProperty chosenProperty() {
        return chosen;
    }

    /** Told the index of the token that was picked by a click or a key. */
    public ObjectProperty<IntConsumer> onPickProperty() {
        return onPick;
    }

    /** Moves the dots to another level, as fast as the appearance wants motion to be. */
    public void glideTo(double target) {
        if (glide != null) {
            glide.stop();
        }
        Duration duration = appearance.motion(LEVEL_CHANGE);
        if (duration.equals(Duration.ZERO) || getScene() == null) {
            level.set(target);
            return;
        }
        glide = new Timeline(new KeyFrame(duration, new KeyValue(level, target, Interpolator.EASE_BOTH)));
        glide.play();
    }

    /** Shows the whole picture again after zoom and pan. */
    public void resetView() {
        viewport.set(Viewport.WHOLE);
    }

    ObjectProperty<Viewport> viewportProperty() {
        return viewport;
    }

    Appearance appearance() {
        return appearance;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new ScatterSkin(this);
    }
}
