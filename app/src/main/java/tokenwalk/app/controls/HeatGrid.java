package tokenwalk.app.controls;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.theme.Appearance;

/** A whole attention matrix: row = the token that looks, column = the one it looks at; nothing looks ahead. */
public final class HeatGrid extends Control {
    public static final int NONE = -1;

    /**
     * A place in the matrix, counted from 0.
     *
     * @param row the token that looks
     * @param column the token it looks at
     */
    public record Cell(int row, int column) {}

    private final Appearance appearance;
    private final ObjectProperty<SquareNumbers> weights =
            new SimpleObjectProperty<>(this, "weights", SquareNumbers.NONE);
    private final IntegerProperty selectedRow = new SimpleIntegerProperty(this, "selectedRow", NONE);
    private final ReadOnlyObjectWrapper<@Nullable Cell> hovered = new ReadOnlyObjectWrapper<>(this, "hovered");

    public HeatGrid(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("heat-grid");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /** The weights, 0…1; only the lower triangle is read. */
    public ObjectProperty<SquareNumbers> weightsProperty() {
        return weights;
    }

    public void setWeights(SquareNumbers value) {
        weights.set(value);
    }

    /** The framed row, or {@link #NONE}; a click or ↑ ↓ picks another. */
    public IntegerProperty selectedRowProperty() {
        return selectedRow;
    }

    /** The cell under the mouse, if any. */
    public ReadOnlyObjectProperty<@Nullable Cell> hoveredProperty() {
        return hovered.getReadOnlyProperty();
    }

    void hover(@Nullable Cell cell) {
        hovered.set(cell);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new HeatGridSkin(this, appearance);
    }
}
