package tokenwalk.app.controls;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import tokenwalk.app.theme.Appearance;

/** A vector as a strip: per number a bar up or down from the middle over a tint. */
public final class HeatStrip extends Control {
    public static final int NONE = -1;

    private final Appearance appearance;
    private final String noun;
    private final ObjectProperty<Numbers> numbers = new SimpleObjectProperty<>(this, "numbers", Numbers.NONE);
    private final DoubleProperty scale = new SimpleDoubleProperty(this, "scale", Double.NaN);
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", NONE);
    private final IntegerProperty firstIndex = new SimpleIntegerProperty(this, "firstIndex", 0);
    private final IntegerProperty hovered = new SimpleIntegerProperty(this, "hovered", NONE);

    public HeatStrip(Appearance appearance) {
        this(appearance, "dimension");
    }

    /** @param noun what one number belongs to, in the tooltip: {@code neuron} */
    public HeatStrip(Appearance appearance, String noun) {
        this.appearance = appearance;
        this.noun = noun;
        getStyleClass().add("heat-strip");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    public ObjectProperty<Numbers> numbersProperty() {
        return numbers;
    }

    public void setNumbers(Numbers value) {
        numbers.set(value);
    }

    /** The magnitude that fills half the height, the same for strips that are compared; NaN: the strip's own largest. */
    public DoubleProperty scaleProperty() {
        return scale;
    }

    /** What the first number is called: not 0 where a vector is wrapped into several strips. */
    public IntegerProperty firstIndexProperty() {
        return firstIndex;
    }

    /** The number under the mouse, or {@link #NONE}. May be bound to that of another strip. */
    public IntegerProperty hoveredProperty() {
        return hovered;
    }

    /** The number that is marked, or {@link #NONE}. */
    public IntegerProperty selectedProperty() {
        return selected;
    }

    String noun() {
        return noun;
    }

    /** @return the magnitude drawn at full height; never 0 */
    double effectiveScale() {
        double given = scale.get();
        double magnitude = Double.isNaN(given) ? numbers.get().magnitude() : given;
        return magnitude > 0 ? magnitude : 1;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new HeatStripSkin(this, appearance);
    }
}
