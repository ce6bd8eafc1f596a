package tokenwalk.lessons.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files of a zip, at its top or in its one folder. It is never unpacked: entries are read into memory by name, so that
 * none can land anywhere. A zip with any suspicious name is refused as a whole, since no honest program makes one.
 */
final class ZipFiles implements PackFiles {
    private static final int MOST_ENTRIES = 1000;
    private static final int LONGEST_NAME = 200;

    /** A way up, an absolute name, a drive, a backslash, an unprintable character. */
    private static final Pattern SUSPICIOUS =
            Pattern.compile("(^|.*/)\\.{1,2}(/.*|$)|/.*|.*//.*|.*[\\\\:\\p{Cntrl}].*", Pattern.DOTALL);

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new TreeMap<>();

    ZipFiles(Path place) throws IOException {
        try {
            this.zip = new ZipFile(place.toFile());
        } catch (IOException e) {
            throw new IOException(
                    "%s cannot be read as a zip file (%s). Make it again."
                            .formatted(place.getFileName(), e.getMessage()),
                    e);
        }
        try {
            collect(place);
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    private void collect(Path place) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw new IOException("%s holds more than %,d files. Leave only the lessons and their pictures in it."
                    .formatted(place.getFileName(), MOST_ENTRIES));
        }
        Set<String> seen = new HashSet<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (SUSPICIOUS.matcher(name).matches() || name.isEmpty() || name.length() > LONGEST_NAME) {
                throw new IOException(("%s is refused: it holds a file named «%s», which could lead out of its folder."
                                + " Make the zip again from a plain folder.")
                        .formatted(place.getFileName(), shown(name)));
            }
            if (!seen.add(name)) {
                throw new IOException("%s is refused: it holds «%s» twice. Make the zip again from a plain folder."
                        .formatted(place.getFileName(), name));
            }
        }
        List<? extends ZipEntry> files = zip.stream()
                .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/"))
                .filter(entry -> PackFiles.belongs(
                        entry.getName().substring(folder(entry).length())))
                .toList();
        Set<String> lessonFolders = files.stream()
                .filter(entry -> PackFiles.isLesson(entry.getName()))
                .map(ZipFiles::folder)
                .collect(Collectors.toSet());
        if (lessonFolders.size() > 1) {
            throw new IOException("%s holds lessons in more than one folder. Put all of them into one."
                    .formatted(place.getFileName()));
        }
        for (ZipEntry entry : files) {
            String folder = folder(entry);
            if (lessonFolders.contains(folder)) {
                entries.put(entry.getName().substring(folder.length()), entry);
            }
        }
    }

    /** @return the folder an entry is in, with the slash at its end; empty at the top */
    private static String folder(ZipEntry entry) {
        return entry.getName().substring(0, entry.getName().lastIndexOf('/') + 1);
    }

    private static String shown(String name) {
        String printable = name.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= LONGEST_NAME ? printable : printable.substring(0, 40) + "…";
    }

    @Override
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    @Override
    public InputStream open(String name) throws IOException {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("no entry " + name);
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
