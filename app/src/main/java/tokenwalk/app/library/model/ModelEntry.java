package tokenwalk.app.library.model;

import java.util.Optional;

/**
 * A model that is on this computer, or can be.
 *
 * @param id tells it from all others
 * @param byteSize of its files
 * @param figures none of a file that was never opened
 * @param about none of a file of the user's own
 */
public record ModelEntry(
        String id, String name, Origin origin, long byteSize, Optional<Figures> figures, Optional<About> about) {

    ModelEntry with(Figures known) {
        return new ModelEntry(id, name, origin, byteSize, Optional.of(known), about);
    }
}
