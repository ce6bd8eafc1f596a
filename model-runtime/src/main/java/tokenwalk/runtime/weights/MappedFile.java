package tokenwalk.runtime.weights;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Maps a file into memory, read-only. */
final class MappedFile {
    private MappedFile() {}

    /** @throws ModelFileException if there is no such file, or it cannot be read */
    static MemorySegment map(Path file) {
        if (!Files.exists(file)) {
            throw new ModelFileException("There is no file " + file + ". Check the path.");
        }
        if (Files.isDirectory(file)) {
            throw new ModelFileException(file + " is a folder. Give the path of a .gguf file.");
        }
        if (!Files.isRegularFile(file)) {
            // A pipe would wait for ever.
            throw new ModelFileException(file + " is not a regular file. Give the path of a .gguf file.");
        }
        if (!Files.isReadable(file)) {
            throw new ModelFileException(file + " may not be read. Change its permissions.");
        }
        try (FileChannel channel = FileChannel.open(file)) {
            // Unmapped when nothing refers to it any more, so that no thread ever reads a closed mapping.
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
        } catch (IOException e) {
            throw new ModelFileException("Cannot read " + file + ": " + e.getMessage() + ".", e);
        }
    }
}
