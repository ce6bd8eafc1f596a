package tokenwalk.app.library.model;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tokenwalk.app.background.Background;
import tokenwalk.app.background.Lane;

/** The library's settings: read once, and written in the background after every change. FX thread only. */
public final class SettingsModel {
    private final SettingsFile file;
    private final Lane lane;
    private final Consumer<String> tell;
    private final ReadOnlyObjectWrapper<Settings> settings =
            new ReadOnlyObjectWrapper<>(this, "settings", Settings.NONE);

    /** What was changed before the file was read. */
    private UnaryOperator<Settings> early = UnaryOperator.identity();

    private boolean read;

    /** @param tell given what the user must know, in one line */
    SettingsModel(SettingsFile file, Background background, Consumer<String> tell) {
        this.file = file;
        this.lane = new Lane(background.aside());
        this.tell = tell;
        lane.run(file::load, this::loaded, failure -> tell.accept(Messages.of(failure)));
    }

    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    private void loaded(Settings there) {
        read = true;
        Settings now = early.apply(there);
        settings.set(now);
        if (!now.equals(there)) {
            save(now);
        }
    }

    void change(UnaryOperator<Settings> change) {
        Settings before = settings.get();
        Settings now = change.apply(before);
        if (!now.equals(before)) {
            settings.set(now);
            if (read) {
                save(now);
            } else {
                UnaryOperator<Settings> earlier = early;
                early = there -> change.apply(earlier.apply(there));
            }
        }
    }

    private void save(Settings now) {
        lane.run(
                () -> {
                    file.save(now);
                    return now;
                },
                _ -> {},
                failure -> tell.accept(Messages.of(failure)));
    }
}
