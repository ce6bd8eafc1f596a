package tokenwalk.runtime.weights;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file beside its place and moves it there when it is whole, so that nobody ever finds half of one. */
public final class WholeFile {
    /** Writes the contents. */
    @FunctionalInterface
    public interface Contents {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /** @throws IOException if it cannot be written; what was at the place before is then still there */
    public static void write(Path path, Contents contents) throws IOException {
        Path place = path.toAbsolutePath();
        Path folder = place.getParent();
        if (folder == null || Files.isDirectory(place)) {
            throw new IOException(path + " is a folder, not a file");
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder);
        }
        Path unfinished = Files.createTempFile(folder, place.getFileName().toString(), ".part");
        try {
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                contents.writeTo(out);
            }
            Files.move(unfinished, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
