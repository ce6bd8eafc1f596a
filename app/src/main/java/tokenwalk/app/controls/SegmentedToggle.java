package tokenwalk.app.controls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** A few choices side by side, of which exactly one holds. */
public final class SegmentedToggle<T> extends HBox {
    private final ObjectProperty<T> value;
    private final Map<T, ToggleButton> buttons = new HashMap<>();

    /** @param choices at least one; the first holds to begin with */
    public SegmentedToggle(List<T> choices, Function<T, String> word) {
        value = new SimpleObjectProperty<>(this, "value", choices.getFirst());
        getStyleClass().add("segmented");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        for (int i = 0; i < choices.size(); i++) {
            T choice = choices.get(i);
            ToggleButton button = new ToggleButton(word.apply(choice));
            button.getStyleClass().add(place(i, choices.size()));
            button.setMaxHeight(Double.MAX_VALUE);
            // Without a group: the value alone says what is selected, so that a second click does not undo a choice.
            value.subscribe(now -> button.setSelected(now.equals(choice)));
            button.setOnAction(event -> choose(choice, button));
            buttons.put(choice, button);
            getChildren().add(button);
        }
    }

    private void choose(T choice, ToggleButton button) {
        value.set(choice);
        button.setSelected(true);
    }

    private static String place(int index, int size) {
        if (size == 1) {
            return "only-pill";
        }
        return index == 0 ? "left-pill" : index == size - 1 ? "right-pill" : "center-pill";
    }

    /** Writes the choices in other words, such as shorter ones where room is scarce. */
    public void setWords(Function<T, String> word) {
        buttons.forEach((choice, button) -> button.setText(word.apply(choice)));
    }

    /** What holds; may be bound both ways. */
    public ObjectProperty<T> valueProperty() {
        return value;
    }

    public T getValue() {
        return value.get();
    }

    public void setValue(T choice) {
        value.set(choice);
    }
}
