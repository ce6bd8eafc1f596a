package tokenwalk.app.library.model;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the user chose in the library.
 *
 * @param hub where models are fetched from; none: where they usually are
 * @param opened files and folders of the user's own, the one first opened last comes first
 */
public record Settings(Optional<URI> hub, List<Path> opened) {
    static final Settings NONE = new Settings(Optional.empty(), List.of());

    private static final int REMEMBERED = 8;

    public Settings {
        opened = List.copyOf(opened);
    }

    Settings withHub(Optional<URI> other) {
        return new Settings(other, opened);
    }

    Settings withOpened(Path path) {
        if (opened.contains(path)) {
            return this;
        }
        List<Path> now = new ArrayList<>(opened);
        now.addFirst(path);
        return new Settings(hub, now.subList(0, Math.min(REMEMBERED, now.size())));
    }

    Settings without(Path path) {
        return new Settings(
                hub, opened.stream().filter(other -> !other.equals(path)).toList());
    }
}
