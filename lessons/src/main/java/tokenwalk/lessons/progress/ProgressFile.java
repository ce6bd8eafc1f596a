package tokenwalk.lessons.progress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The one file in which progress is kept. */
public final class ProgressFile {
    private final Path path;

    public ProgressFile(Path path) {
        this.path = path;
    }

    /** @return the file in the user's data folder; the system property {@code tokenwalk.data} names another folder */
    public static Path usualPlace() {
        return Path.of("progress.json");
    }

    /**
     * What was read.
     *
     * @param message for the user: that the file was damaged, and where it was set aside; none if all is well
     */
    public record Loaded(Progress progress, Optional<String> message) {}

    /** Reads the file. A damaged one is moved aside, never overwritten; a missing one is no progress. */
    public Loaded load() {
        return new Loaded(Progress.NONE, Optional.of("not built yet: " + path));
    }

    /** Writes the file as a whole or not at all. */
    public void save(Progress progress) throws IOException {
        throw new IOException("not built yet: " + progress);
    }

    /** Removes the file. */
    public void erase() throws IOException {
        throw new IOException("not built yet");
    }
}
