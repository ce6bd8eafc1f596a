package tokenwalk.lessons.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tokenwalk.lessons.lesson.Lesson;

/** Lessons that belong together: those that ship, or the files of one folder or zip. Immutable: editing a file makes a new pack. */
public final class LessonPack {
    private static final String BUNDLED = "tokenwalk/lessons/bundled";
    /** So many characters of the place's digest keep two folders of one name apart. */
    private static final int DIGEST = 6;

    private final String title;
    private final Optional<Path> place;
    private final List<LessonFile> files;
    private final Map<String, byte[]> pictures;

    private LessonPack(String title, Optional<Path> place, List<LessonFile> files, Map<String, byte[]> pictures) {
        this.title = title;
        this.place = place;
        this.files = List.copyOf(files);
        this.pictures = Map.copyOf(pictures);
    }

    /** @return the lessons that ship with the program, in their order */
    public static LessonPack bundled() {
        try {
            // A folder of classes or a jar: whichever holds this class holds the lessons, and can be listed.
            URI home = LessonPack.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path program = Path.of(home);
            if (Files.isDirectory(program)) {
                return bundled(program.resolve(BUNDLED));
            }
            try (FileSystem jar = FileSystems.newFileSystem(program)) {
                return bundled(jar.getPath(BUNDLED));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LessonPack bundled(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new LessonPack("Lessons", Optional.empty(), List.of(), Map.of());
        }
        try (PackFiles files = new FolderFiles(folder)) {
            return read("Lessons", Optional.empty(), "", files, PackFiles::isLesson);
        }
    }

    /**
     * Opens a folder of lessons, a zip of one, or a single lesson file. Files with mistakes are among them, with their
     * mistakes; nothing outside the folder is read.
     *
     * @throws IOException if nothing can be read there, or the pack is refused as a whole; the message says why and how to
     *     mend it
     */
    public static LessonPack open(Path place) throws IOException {
        try {
            return opened(place);
        } catch (FileSystemException | DirectoryIteratorException e) {
            throw new IOException(
                    "%s cannot be read (%s). See whether you may open it."
                            .formatted(place, e.getClass().getSimpleName()),
                    e);
        }
    }

    private static LessonPack opened(Path place) throws IOException {
        if (!Files.exists(place)) {
            throw new IOException("There is no %s. Give a folder, a zip file or a .json file.".formatted(place));
        }
        Path real = place.toRealPath();
        String name = String.valueOf(
                Optional.ofNullable(place.toAbsolutePath().normalize().getFileName())
                        .orElse(place));
        if (Files.isDirectory(real)) {
            try (PackFiles files = new FolderFiles(real)) {
                return read(name, Optional.of(place), prefix(real), files, PackFiles::isLesson);
            }
        }
        Path folder = Optional.ofNullable(real.getParent()).orElse(real);
        if (PackFiles.isLesson(name)) {
            // Its progress is the same whether it is opened alone or with its folder.
            try (PackFiles files = new FolderFiles(folder)) {
                String file = String.valueOf(real.getFileName());
                return read(withoutEnding(name), Optional.of(place), prefix(folder), files, file::equals);
            }
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            try (PackFiles files = new ZipFiles(real)) {
                return read(withoutEnding(name), Optional.of(place), prefix(real), files, PackFiles::isLesson);
            }
        }
        throw new IOException("%s is no folder, zip file or .json file. Choose one of these.".formatted(name));
    }

    private static LessonPack read(
            String title, Optional<Path> place, String prefix, PackFiles files, Predicate<String> wanted)
            throws IOException {
        Allowance allowance = new Allowance();
        PackPictures pictures = new PackPictures(files, allowance);
        Set<String> ids = new HashSet<>();
        List<LessonFile> lessons = new ArrayList<>();
        try {
            for (String name : wanted(files, wanted)) {
                lessons.add(readOne(name, prefix, ids, files, allowance, pictures));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (lessons.isEmpty() && place.isPresent()) {
            throw new IOException(
                    "There are no lessons in %s. A lesson is a file whose name ends in .json.".formatted(place.get()));
        }
        return new LessonPack(title, place, lessons, pictures.all());
    }

    private static List<String> wanted(PackFiles files, Predicate<String> wanted) throws IOException {
        List<String> names = files.names().stream().filter(wanted).toList();
        if (names.size() > Allowance.MOST_LESSONS) {
            throw new IOException("There are more than " + Allowance.MOST_LESSONS
                    + " lessons here. Put those of one course into a folder of their own.");
        }
        return names;
    }

    private static LessonFile readOne(
            String name, String prefix, Set<String> ids, PackFiles files, Allowance allowance, PackPictures pictures)
            throws IOException {
        String id = prefix + withoutEnding(name);
        try {
            if (!ids.add(id)) {
                throw new FileRefusedException(
                        "Another lesson here is called «" + withoutEnding(name) + "» already.", "Rename this file.");
            }
            return LessonReader.read(name, id, allowance.read(files, name), pictures);
        } catch (FileRefusedException e) {
            return new LessonFile(name, Optional.empty(), List.of(e.in(name)));
        }
    }

    private static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** @return what the ids of a pack's lessons begin with; those of the bundled pack have no slash, so they never meet */
    private static String prefix(Path real) {
        String name = withoutEnding(
                String.valueOf(Optional.ofNullable(real.getFileName()).orElse(real)));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(real.toString().getBytes(UTF_8));
            return name + "-" + HexFormat.of().formatHex(digest).substring(0, DIGEST) + "/";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * @param before this pack as it was read earlier
     * @return this pack; a file that is broken now keeps, beside its mistakes, the lesson it held before
     */
    LessonPack keepingGoodOnesOf(LessonPack before) {
        Map<String, Lesson> good = before.files.stream()
                .filter(file -> file.lesson().isPresent())
                .collect(
                        Collectors.toMap(LessonFile::name, file -> file.lesson().orElseThrow()));
        List<LessonFile> kept = files.stream()
                .map(file -> file.lesson().isPresent()
                        ? file
                        : new LessonFile(
                                file.name(), Optional.ofNullable(good.get(file.name())), file.mistakes(), file.lines()))
                .toList();
        return new LessonPack(title, place, kept, pictures);
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
        return Optional.ofNullable(pictures.get(name)).map(byte[]::clone);
    }
}
