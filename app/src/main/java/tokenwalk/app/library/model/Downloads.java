package tokenwalk.app.library.model;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import tokenwalk.app.background.Background;
import tokenwalk.app.background.Lane;

/** The models that are being fetched, each by itself, beside the model that is open. FX thread only. */
final class Downloads {
    private final Shelf shelf;
    private final Background background;
    private final Map<String, Lane> lanes = new HashMap<>();

    Downloads(Shelf shelf, Background background) {
        this.shelf = shelf;
        this.background = background;
    }

    /** @param tell given each news of the download, on the FX thread; {@link Activity.None} means that all is there */
    void begin(ModelEntry entry, Optional<URI> hub, Consumer<Activity> tell) {
        if (lanes.containsKey(entry.id())) {
            return;
        }
        Lane lane = new Lane(background.aside());
        lanes.put(entry.id(), lane);
        tell.accept(new Activity.Fetching(0, entry.byteSize(), OptionalDouble.empty(), ""));
        Consumer<Activity.Fetching> progress = now -> background.screen().execute(() -> {
            if (lanes.get(entry.id()) == lane) {
                tell.accept(now);
            }
        });
        lane.run(
                () -> {
                    shelf.download(entry, hub, progress);
                    return entry;
                },
                whole -> {
                    lanes.remove(whole.id());
                    tell.accept(new Activity.None());
                },
                failure -> {
                    lanes.remove(entry.id());
                    tell.accept(new Activity.Failed(Messages.of(failure)));
                });
    }

    /** Ends a download; what is there by then is used the next time. */
    void cancel(ModelEntry entry) {
        Lane lane = lanes.remove(entry.id());
        if (lane != null) {
            lane.cancel();
        }
    }
}
