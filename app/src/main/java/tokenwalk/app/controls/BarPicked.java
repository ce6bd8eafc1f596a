package tokenwalk.app.controls;

import javafx.event.Event;
import javafx.event.EventType;

/** A row of a {@link BarList} was clicked. Rises like any event, so that whoever waits for a token may take it. */
public final class BarPicked extends Event {
    private static final long serialVersionUID = 1;

    public static final EventType<BarPicked> PICKED = new EventType<>(Event.ANY, "BAR_PICKED");

    private final transient BarRow row;

    BarPicked(BarRow row) {
        super(PICKED);
        this.row = row;
    }

    public BarRow row() {
        return row;
    }
}
