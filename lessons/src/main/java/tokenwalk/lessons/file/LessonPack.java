package tokenwalk.lessons.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Lessons that belong together: those that ship, or the files of one folder or zip. Immutable: editing a file makes a new pack. */
public final class LessonPack {
    private final String title;
    private final Optional<Path> place;
    private final List<LessonFile> files;

    private LessonPack(String title, Optional<Path> place, List<LessonFile> files) {
        this.title = title;
        this.place = place;
        this.files = List.copyOf(files);
    }

    /** @return the lessons that ship with the program, in their order */
    public static LessonPack bundled() {
        return new LessonPack("Lessons", Optional.empty(), List.of());
    }

    /**
     * Opens a folder of lessons, a zip of one, or a single lesson file. Files with mistakes are among them, with their
     * mistakes; nothing outside the folder is read.
     *
     * @throws IOException if nothing can be read there, or the pack is refused as a whole; the message says why and how to
     *     mend it
     */
    public static LessonPack open(Path place) throws IOException {
        throw new IOException("not built yet: " + place);
    }

    public String title() {
        return title;
    }

    /** @return where it was opened from; none for the bundled pack */
    public Optional<Path> place() {
        return place;
    }

    public List<LessonFile> files() {
        return files;
    }

    /**
     * @param name a picture's name as a lesson of this pack writes it
     * @return its bytes, a PNG or JPEG file; none if the pack has no such picture
     */
    public Optional<byte[]> picture(String name) {
        return Optional.<byte[]>empty().filter(_ -> name.isEmpty());
    }
}
