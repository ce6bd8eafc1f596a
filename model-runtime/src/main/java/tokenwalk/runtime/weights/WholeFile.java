package tokenwalk.runtime.weights;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file beside its place and moves it there when it is whole, so that nobody ever finds half of one. */
public final class WholeFile {
    /** Writes the contents. */
    @FunctionalInterface
    public interface Contents {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes a file; where a link stands, the file it leads to; into what is no file, such as {@code /dev/null}, directly.
     *
     * @throws IOException if it cannot be written; what was at the place before is then still there
     */
    public static void write(Path path, Contents contents) throws IOException {
        Path place = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        Path folder = place.getParent();
        if (folder == null || Files.isDirectory(place)) {
            throw new IOException(path + " is a folder, not a file");
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder);
        }
        if (Files.exists(place) && !Files.isRegularFile(place)) {
            writeTo(place, contents, StandardOpenOption.WRITE);
            return;
        }
        // Not Files.createTempFile, whose files only the owner may read, wherever they are moved to.
        Path unfinished = folder.resolve(place.getFileName() + "." + UUID.randomUUID() + ".part");
        // A program that is ended by Ctrl-C leaves nothing behind either.
        unfinished.toFile().deleteOnExit();
        try {
            writeTo(unfinished, contents, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(unfinished, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void writeTo(Path place, Contents contents, OpenOption... options) throws IOException {
        try (OutputStream out = Files.newOutputStream(place, options)) {
            contents.writeTo(out);
        }
    }
}
