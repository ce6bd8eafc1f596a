package tokenwalk.lessons.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How the files of a pack look from outside, so that a change shows without reading them. */
record Snapshot(Map<Path, Look> files) {
    /** @param identity tells a file from another that took its name; empty where the system has none */
    record Look(long size, FileTime modified, String identity) {}

    Snapshot {
        files = Map.copyOf(files);
    }

    /** @return the look of a zip, or of all files in the folder of a lesson; files that cannot be seen are left out */
    static Snapshot of(Path place) {
        Map<Path, Look> files = new HashMap<>();
        boolean alone = !Files.isDirectory(place) && !PackFiles.isLesson(place.toString());
        Path folder = Files.isDirectory(place)
                ? place
                : Optional.ofNullable(place.toAbsolutePath().getParent()).orElse(place);
        if (alone) {
            look(place, files);
        } else {
            try (DirectoryStream<Path> entries =
                    Files.newDirectoryStream(folder, entry -> PackFiles.belongs(String.valueOf(entry.getFileName())))) {
                entries.forEach(entry -> look(entry, files));
            } catch (IOException | DirectoryIteratorException e) {
                // Reading the pack will say why.
                files.clear();
            }
        }
        return new Snapshot(files);
    }

    private static void look(Path file, Map<Path, Look> files) {
        try {
            BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
            files.put(file, new Look(seen.size(), seen.lastModifiedTime(), String.valueOf(seen.fileKey())));
        } catch (IOException e) {
            files.remove(file);
        }
    }
}
