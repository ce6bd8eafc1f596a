package tokenwalk.app.controls;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import tokenwalk.app.theme.Appearance;

/** Tokens with bars, the likeliest on top. Has a fixed number of rows, which other tokens move through. */
public final class BarList extends Control {
    public static final int NONE = -1;

    /** What the list is for. */
    public enum Kind {
        /** The candidates for the next token: token, bar on a track, what is expected and what was drawn. */
        CANDIDATES,
        /** What a token is near to: its rank, and the bar behind the token. */
        RANKS
    }

    private final Kind kind;
    private final int capacity;
    private final Appearance appearance;
    private final ObjectProperty<List<BarRow>> rows = new SimpleObjectProperty<>(this, "rows", List.of());
    private final BooleanProperty loading = new SimpleBooleanProperty(this, "loading", false);
    private final StringProperty drawsHeading = new SimpleStringProperty(this, "drawsHeading", "draws");
    private final IntegerProperty visibleRows;
    private final BooleanProperty drawsShown = new SimpleBooleanProperty(this, "drawsShown", true);
    private final IntegerProperty hovered = new SimpleIntegerProperty(this, "hovered", NONE);

    /** @param capacity how many rows there is room for; more are not shown */
    public BarList(Kind kind, int capacity, Appearance appearance) {
        this.kind = kind;
        this.capacity = capacity;
        this.visibleRows = new SimpleIntegerProperty(this, "visibleRows", capacity);
        this.appearance = appearance;
        getStyleClass().addAll("bar-list", kind == Kind.CANDIDATES ? "candidates" : "ranks");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
    }

    public Kind kind() {
        return kind;
    }

    public int capacity() {
        return capacity;
    }

    public ObjectProperty<List<BarRow>> rowsProperty() {
        return rows;
    }

    public List<BarRow> getRows() {
        return rows.get();
    }

    public void setRows(List<BarRow> value) {
        rows.set(List.copyOf(value));
    }

    /** Whether rows that are still empty show that they will come. */
    public BooleanProperty loadingProperty() {
        return loading;
    }

    /** What stands above the drawn shares: {@code draws}, {@code 1,000 draws}. */
    public StringProperty drawsHeadingProperty() {
        return drawsHeading;
    }

    /** How many rows are shown of those that there is room for. */
    public IntegerProperty visibleRowsProperty() {
        return visibleRows;
    }

    /** Whether candidates have a column for what was drawn. */
    public BooleanProperty drawsShownProperty() {
        return drawsShown;
    }

    /** The row under the mouse, or {@link #NONE}. May be set from outside, to mark the same token in two lists. */
    public IntegerProperty hoveredProperty() {
        return hovered;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new BarListSkin(this, appearance);
    }
}
