package tokenwalk.app.library.model;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The models that ship, those that were fetched, and those that can be. What it does takes a while: not for the FX thread.
 * What fails says in its message what is wrong and what to do.
 */
public interface Shelf {
    /**
     * What there is.
     *
     * @param entries each model once: what ships, what was fetched, what can be fetched
     * @param problem why some are missing, in one line, if so
     */
    record Listing(List<ModelEntry> entries, Optional<String> problem) {
        public Listing {
            entries = List.copyOf(entries);
        }
    }

    Listing list();

    /** @return bytes that a model on this computer needs when it is open; none if its header cannot be read */
    OptionalLong memory(Path place);

    /**
     * Fetches a model, whole or not at all. Ends early when the thread is interrupted; what is there by then is used the
     * next time.
     *
     * @param hub where from; none: the usual one
     * @param progress told some times a second, on this thread
     */
    void download(ModelEntry entry, Optional<URI> hub, Consumer<Activity.Fetching> progress)
            throws InterruptedException;

    /** Removes a fetched model's files. */
    void remove(ModelEntry entry);

    /**
     * @param named by the user; none: where models usually come from
     * @throws RuntimeException if it is no address; the message says what would be one
     */
    URI hub(Optional<String> named);
}
