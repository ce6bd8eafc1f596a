package tokenwalk.app.navigation;

import java.util.List;
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
        List<ScreenId> walk = ScreenId.walk();
        int here = walk.indexOf(screen.get());
        if (here >= 0 && here + by >= 0 && here + by < walk.size()) {
            screen.set(walk.get(here + by));
        }
    }

    /** As at the beginning. */
    public void reset() {
        screen.set(ScreenId.ATTENTION);
    }
}
