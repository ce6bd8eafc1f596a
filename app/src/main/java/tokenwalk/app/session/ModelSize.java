package tokenwalk.app.session;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** How large a model is on disk. */
public final class ModelSize {
    private ModelSize() {}

    /** @return bytes of the file, or of the files in the folder; 0 where there is nothing */
    public static long of(Path place) {
        File file = place.toFile();
        return Optional.ofNullable(file.listFiles())
                .map(files -> Arrays.stream(files)
                        .filter(File::isFile)
                        .mapToLong(File::length)
                        .sum())
                .orElseGet(file::length);
    }
}
