package tokenwalk.app.library;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import tokenwalk.app.TestModel;
import tokenwalk.app.library.model.About;
import tokenwalk.app.library.model.Activity;
import tokenwalk.app.library.model.Figures;
import tokenwalk.app.library.model.ModelEntry;
import tokenwalk.app.library.model.Origin;
import tokenwalk.app.library.model.Shelf;
import tokenwalk.runtime.hub.Catalogue;
import tokenwalk.runtime.hub.Hub;
import tokenwalk.runtime.model.BundledModelFile;

/** A hub without a network: what a download does is up to the test. Its one model to fetch is the small GPT-2 of the reference. */
public final class FakeShelf implements Shelf {
    static final String BUNDLED = "bundled";
    static final String GPT2 = "gpt2";
    static final long SIZE = 548_000_000;

    /** What happens in the middle of a download. */
    @FunctionalInterface
    public interface Middle {
        void run() throws InterruptedException;
    }

    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile Middle middle = () -> {};
    private volatile boolean fetched;
    private final List<Optional<URI>> hubs = new ArrayList<>();

    /** A download of which half is there runs this. */
    void inTheMiddle(Middle other) {
        middle = other;
    }

    /** A download of which half is there waits until it is cancelled. */
    void waitInTheMiddle() {
        middle = goOn::await;
    }

    /** @return where the downloads were asked for */
    List<Optional<URI>> hubs() {
        return hubs;
    }

    @Override
    public Listing list() {
        Figures figures = new Figures(124_439_808, 12, 12, 768, 50_257, OptionalLong.of(700_000_000));
        List<ModelEntry> entries = List.of(
                new ModelEntry(
                        BUNDLED,
                        "SmolLM2-135M-Instruct",
                        new Origin.Bundled(BundledModelFile.path()),
                        92_000_000,
                        Optional.empty(),
                        Optional.of(new About("Apache 2.0", "English", "Small, and it can chat."))),
                new ModelEntry(
                        GPT2,
                        "GPT-2 (124M)",
                        fetched ? new Origin.Fetched(place()) : new Origin.Online(),
                        SIZE,
                        Optional.of(figures),
                        Optional.of(new About("MIT", "English", "The model that every explanation speaks of."))));
        return new Listing(entries, Optional.empty());
    }

    @Override
    public OptionalLong memory(Path place) {
        return OptionalLong.empty();
    }

    static Path place() {
        return TestModel.golden("tiny-gpt2");
    }

    @Override
    public void download(ModelEntry entry, Optional<URI> hub, Consumer<Activity.Fetching> progress)
            throws InterruptedException {
        hubs.add(hub);
        progress.accept(new Activity.Fetching(SIZE / 2, SIZE, OptionalDouble.of(4_000_000), ""));
        middle.run();
        fetched = true;
    }

    @Override
    public void remove(ModelEntry entry) {
        fetched = false;
    }

    @Override
    public URI hub(Optional<String> named) {
        return Hub.endpoint(named, new Catalogue(Optional.of(URI.create("https://hub.example")), List.of()));
    }
}
