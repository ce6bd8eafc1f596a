package tokenwalk.app.progress;

import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tokenwalk.app.background.Background;
import tokenwalk.lessons.progress.Progress;
import tokenwalk.lessons.progress.ProgressFile;

/** The learner's progress: read once, and written in the background after every change. */
public final class ProgressModel {
    private final ProgressFile file;
    private final Background background;
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(this, "progress", Progress.NONE);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

    public ProgressModel(ProgressFile file, Background background) {
        this.file = file;
        this.background = background;
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What the user must know about the file, in one line; empty if all is well. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Changes the progress and keeps it. */
    public void change(UnaryOperator<Progress> change) {
        progress.set(change.apply(progress.get()));
        message.set(file == null || background == null ? "" : message.get());
    }
}
