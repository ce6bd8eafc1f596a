package tokenwalk.app.library.model;

import java.nio.file.Path;
import java.util.Optional;

/** Where a model lies. */
public sealed interface Origin {
    /** It ships with the program. */
    record Bundled(Path place) implements Origin {}

    /** It was fetched, and lies in the user's cache folder. */
    record Fetched(Path place) implements Origin {}

    /** A file or folder of the user's own. */
    record Own(Path place) implements Origin {}

    /** It lies on the hub. */
    record Online() implements Origin {}

    /** @return the file or folder on this computer */
    default Optional<Path> path() {
        return switch (this) {
            case Bundled bundled -> Optional.of(bundled.place());
            case Fetched fetched -> Optional.of(fetched.place());
            case Own own -> Optional.of(own.place());
            case Online() -> Optional.empty();
        };
    }
}
