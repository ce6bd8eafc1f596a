package tokenwalk.lessons.progress;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.dirs.ProjectDirectories;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tokenwalk.runtime.weights.WholeFile;

/**
 * The one file in which progress is kept. Two programs may use it at once: who saves takes over what the other has changed
 * since, entry by entry; of an entry that both changed, the later save stays.
 */
public final class ProgressFile {
    /** What is larger was not written here. */
    private static final long LARGEST = 16L << 20;

    private final Path path;
    private final Clock clock;
    /** What this program last read or wrote: all that differs from it is a change of its own. */
    private Progress known = Progress.NONE;

    public ProgressFile(Path path) {
        this(path, Clock.systemDefaultZone());
    }

    /** @param clock tells the date that the name of a damaged file gets */
    ProgressFile(Path path, Clock clock) {
        this.path = path;
        this.clock = clock;
    }

    /** @return the file in the user's data folder; the system property {@code tokenwalk.data} names another folder */
    public static Path usualPlace() {
        String named = System.getProperty("tokenwalk.data", "");
        Path folder = Path.of(named.isBlank() ? ProjectDirectories.from("", "", "tokenwalk").dataDir : named);
        return folder.resolve("progress.json");
    }

    public Path path() {
        return path;
    }

    /**
     * What was read.
     *
     * @param message for the user: that the file was damaged, and where it was set aside; none if all is well
     */
    public record Loaded(Progress progress, Optional<String> message) {}

    /** Reads the file. A damaged one is moved aside, never overwritten; a missing one is no progress. */
    public synchronized Loaded load() {
        try {
            Loaded loaded = read();
            known = loaded.progress();
            return loaded;
        } catch (IOException e) {
            return new Loaded(
                    Progress.NONE,
                    Optional.of(String.valueOf(e.getMessage()) + " What you do now is kept until the program ends."));
        }
    }

    /**
     * Writes the file as a whole or not at all, with what another program has changed in it meanwhile.
     *
     * @return for the user: that the file there was damaged, and where it was set aside; none if all is well
     * @throws IOException if it cannot be kept; the message says why, and what was there before is still there
     */
    public synchronized Optional<String> save(Progress progress) throws IOException {
        Loaded there = read();
        Progress merged = merged(there.progress(), progress);
        try {
            Files.createDirectories(folder());
            byte[] bytes = ProgressJson.write(merged).getBytes(StandardCharsets.UTF_8);
            WholeFile.write(path, out -> out.write(bytes));
        } catch (IOException e) {
            throw new IOException("Progress cannot be kept in %s: %s.".formatted(path, reason(e)), e);
        }
        known = progress;
        return there.message();
    }

    /**
     * Removes the file.
     *
     * @throws IOException if it cannot be removed; the message says why
     */
    public synchronized void erase() throws IOException {
        read();
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new IOException("%s cannot be removed: %s.".formatted(path, reason(e)), e);
        }
        known = Progress.NONE;
    }

    private Path folder() {
        return Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file stands in a folder");
    }

    /** @throws IOException if the file must be left alone; the message says why and how to mend it */
    private Loaded read() throws IOException {
        if (!Files.exists(path)) {
            return new Loaded(Progress.NONE, Optional.empty());
        }
        JsonObject root;
        int format;
        try {
            if (Files.size(path) > LARGEST) {
                throw new JsonParseException("the file is too large");
            }
            root = ProgressJson.parse(Files.readString(path));
            format = ProgressJson.format(root);
            if (format == ProgressJson.FORMAT) {
                return new Loaded(ProgressJson.read(root), Optional.empty());
            }
        } catch (JsonParseException | CharacterCodingException e) {
            return new Loaded(Progress.NONE, Optional.of(setAside()));
        } catch (IOException e) {
            throw new IOException(
                    "Your progress in %s cannot be read: %s. Make the file readable.".formatted(path, reason(e)), e);
        }
        throw new IOException(
                "%s was written by a newer Tokenwalk (format %d) and is left as it is. Use the newer program."
                        .formatted(path, format));
    }

    /** @return what to tell the user */
    private String setAside() throws IOException {
        String date = LocalDate.now(clock).toString();
        for (int number = 1; ; number++) {
            Path aside =
                    folder().resolve("progress-damaged-%s%s.json".formatted(date, number == 1 ? "" : "-" + number));
            try {
                Files.move(path, aside);
                return "The file with your progress was damaged. It was set aside as %s, and a new one is begun."
                        .formatted(aside);
            } catch (FileAlreadyExistsException e) {
                // Another one of the same day; the next number may be free.
            } catch (IOException e) {
                throw new IOException(
                        "The file with your progress, %s, is damaged and cannot be set aside: %s. Move it away."
                                .formatted(path, reason(e)),
                        e);
            }
        }
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException e -> e.getFile() + " is a file, not a folder";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            default -> String.valueOf(cause.getMessage());
        };
    }

    private Progress merged(Progress there, Progress ours) {
        return new Progress(
                merged(known.lessons(), there.lessons(), ours.lessons()),
                merged(known.answers(), there.answers(), ours.answers()),
                merged(known.cards(), there.cards(), ours.cards()));
    }

    private static <V> Map<String, V> merged(Map<String, V> known, Map<String, V> there, Map<String, V> ours) {
        Map<String, V> merged = new HashMap<>(there);
        ours.forEach((id, entry) -> {
            if (!entry.equals(known.get(id))) {
                merged.put(id, entry);
            }
        });
        known.keySet().stream().filter(id -> !ours.containsKey(id)).forEach(merged::remove);
        return merged;
    }
}
