package tokenwalk.app.screen;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which screen is open. */
public final class NavigationModel {
    private final ObjectProperty<ScreenId> screen = new SimpleObjectProperty<>(this, "screen", ScreenId.ATTENTION);

    public ObjectProperty<ScreenId> screenProperty() {
        return screen;
    }

    public void open(ScreenId id) {
        screen.set(id);
    }

    /** Opens the screen so many places further on the walk, if there is one. */
    public void move(int by) {
        int place = screen.get().ordinal() + by;
        if (place >= 0 && place < ScreenId.values().length) {
            screen.set(ScreenId.values()[place]);
        }
    }

    /** As at the beginning. */
    public void reset() {
        screen.set(ScreenId.ATTENTION);
    }
}
