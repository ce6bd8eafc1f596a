package tokenwalk.app.progress;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.background.Background;
import tokenwalk.lessons.progress.Progress;
import tokenwalk.lessons.progress.ProgressFile;
import tokenwalk.lessons.progress.ProgressFile.Loaded;
import tokenwalk.lessons.progress.ProgressTable;
import tokenwalk.runtime.weights.WholeFile;

/** The learner's progress: read once, and written in the background after every change. FX thread only. */
public final class ProgressModel {
    private final ProgressFile file;
    private final Background background;
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(this, "progress", Progress.NONE);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper(this, "outcome", "");

    /** Changes made before the file was read; null once it is. */
    private @Nullable List<UnaryOperator<Progress>> early = new ArrayList<>();

    private boolean changed;
    private boolean saving;
    /** What the worker saves: whatever is newest when its turn comes. */
    private volatile Progress newest = Progress.NONE;

    public ProgressModel(ProgressFile file, Background background) {
        this.file = file;
        this.background = background;
        run(file::load, this::loaded);
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What the user must know about the file, in one line; empty if all is well. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** What became of the last export, in one line; empty before one. */
    public ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** @return the file in which progress is kept */
    public Path place() {
        return file.path();
    }

    /** The message was read. */
    public void dismiss() {
        message.set("");
    }

    /** Changes the progress and keeps it. */
    public void change(UnaryOperator<Progress> change) {
        if (early != null) {
            early.add(change);
        }
        set(change.apply(progress.get()));
        changed = true;
        save();
    }

    private void set(Progress now) {
        progress.set(now);
        newest = now;
    }

    private void loaded(Loaded loaded) {
        Progress now = loaded.progress();
        if (early != null) {
            for (UnaryOperator<Progress> change : early) {
                now = change.apply(now);
            }
            early = null;
        }
        set(now);
        loaded.message().ifPresent(message::set);
        save();
    }

    private void save() {
        if (early != null || saving || !changed) {
            return;
        }
        saving = true;
        changed = false;
        run(this::written, told -> {
            saving = false;
            if (!told.isEmpty()) {
                message.set(told);
            }
            save();
        });
    }

    /** @return what the user must be told, or nothing */
    private String written() {
        // One at a time, so that nothing older is written after what the program saves when it ends.
        synchronized (file) {
            try {
                return file.save(newest).orElse("");
            } catch (IOException e) {
                return e.getMessage() + " What you do now is kept until the program ends.";
            }
        }
    }

    /** Forgets everything, on disk too. */
    public void erase() {
        if (early != null) {
            early.add(_ -> Progress.NONE);
        }
        set(Progress.NONE);
        changed = false;
        run(
                () -> {
                    try {
                        file.erase();
                        return "";
                    } catch (IOException e) {
                        return String.valueOf(e.getMessage());
                    }
                },
                message::set);
    }

    /** Writes the progress as a table. */
    public void export(Path place) {
        Progress now = progress.get();
        run(
                () -> {
                    try {
                        WholeFile.write(place, out -> {
                            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                            ProgressTable.write(now, writer);
                            writer.flush();
                        });
                        return "Written to " + place + ".";
                    } catch (IOException e) {
                        return "The table cannot be written: " + e.getMessage() + ". Choose another place.";
                    }
                },
                outcome::set);
    }

    /** Saves what is not saved yet, at once: the program ends. */
    public void close() {
        if ((changed || saving) && early == null) {
            written();
        }
    }

    private <T> void run(Supplier<T> work, Consumer<T> whenDone) {
        try {
            CompletableFuture.supplyAsync(work, background.worker()).thenAcceptAsync(whenDone, background.screen());
        } catch (RejectedExecutionException e) {
            // The program has ended; what a field lets go of as its window closes comes too late.
        }
    }
}
