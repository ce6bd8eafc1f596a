package tokenwalk.lessons.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The files right in a folder; folders in it are left aside. */
final class FolderFiles implements PackFiles {
    private final Path folder;
    private final List<String> names = new ArrayList<>();

    FolderFiles(Path folder) throws IOException {
        this.folder = folder.toRealPath();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(this.folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (PackFiles.belongs(name) && !Files.isDirectory(entry)) {
                    names.add(name);
                }
            }
        }
        Collections.sort(names);
    }

    @Override
    public List<String> names() {
        return List.copyOf(names);
    }

    @Override
    public InputStream open(String name) throws IOException, FileRefusedException {
        Path file = folder.resolve(name).toRealPath();
        if (!file.startsWith(folder)) {
            throw new FileRefusedException(
                    "«" + name + "» is a link that leads out of the lesson's folder.",
                    "Put the file itself into the folder.");
        }
        // A pipe or a device could be read for ever.
        if (!Files.isRegularFile(file)) {
            throw new FileRefusedException("«" + name + "» is not an ordinary file.", "Remove it from the folder.");
        }
        return Files.newInputStream(file);
    }

    @Override
    public void close() {}
}
