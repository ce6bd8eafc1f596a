package tokenwalk.app.library.model;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import tokenwalk.app.session.ModelSize;
import tokenwalk.runtime.hub.Catalogue;
import tokenwalk.runtime.hub.CatalogueException;
import tokenwalk.runtime.hub.CatalogueModel;
import tokenwalk.runtime.hub.DownloadProgress;
import tokenwalk.runtime.hub.Hub;
import tokenwalk.runtime.hub.ModelDownload;
import tokenwalk.runtime.hub.ModelStore;
import tokenwalk.runtime.hub.StoredModel;
import tokenwalk.runtime.model.BundledModelFile;
import tokenwalk.runtime.model.MemoryEstimate;
import tokenwalk.runtime.weights.ModelFileException;

/** The model that ships, the store in the user's cache folder, and the catalogue of the hub. */
public final class HubShelf implements Shelf {
    private static final String BUNDLED = "bundled";
    private static final About ABOUT_BUNDLED = new About(
            "Apache-2.0",
            "English",
            "The model of the lessons: small enough for any computer, and it knows some capitals.");

    private final ModelStore store;
    private final Function<Path, MemoryEstimate> estimate;

    /** @param estimate tells from a model's header what memory it needs */
    public HubShelf(ModelStore store, Function<Path, MemoryEstimate> estimate) {
        this.store = store;
        this.estimate = estimate;
    }

    @Override
    public Listing list() {
        List<ModelEntry> entries = new ArrayList<>();
        entries.add(bundled());
        Optional<String> problem = Optional.empty();
        Set<Path> listed = new HashSet<>();
        try {
            for (CatalogueModel model : Catalogue.usual().models()) {
                Optional<StoredModel> stored = store.find(model);
                stored.ifPresent(there -> listed.add(there.path()));
                entries.add(entry(model, stored));
            }
        } catch (CatalogueException e) {
            problem = Optional.of(Messages.of(e));
        }
        store.models().stream()
                .filter(stored -> !listed.contains(stored.path()))
                .forEach(stored -> entries.add(new ModelEntry(
                        stored.name(),
                        stored.name(),
                        new Origin.Fetched(stored.path()),
                        stored.bytes(),
                        Optional.empty(),
                        Optional.empty())));
        return new Listing(entries, problem);
    }

    private ModelEntry bundled() {
        Path place = BundledModelFile.path();
        return new ModelEntry(
                BUNDLED,
                "SmolLM2-135M-Instruct",
                new Origin.Bundled(place),
                ModelSize.of(place),
                Optional.empty(),
                Optional.of(ABOUT_BUNDLED));
    }

    private ModelEntry entry(CatalogueModel model, Optional<StoredModel> stored) {
        CatalogueModel.Sizes sizes = model.sizes();
        long memory = stored.map(StoredModel::path)
                .map(this::memory)
                .orElse(OptionalLong.empty())
                .orElse(model.costs().memoryBytes());
        return new ModelEntry(
                model.name(),
                model.name(),
                stored.<Origin>map(there -> new Origin.Fetched(there.path())).orElseGet(Origin.Online::new),
                stored.map(StoredModel::bytes).orElse(model.costs().downloadBytes()),
                Optional.of(new Figures(
                        sizes.parameters(),
                        sizes.layers(),
                        sizes.heads(),
                        sizes.width(),
                        sizes.vocabulary(),
                        OptionalLong.of(memory))),
                Optional.of(new About(
                        model.about().licence(),
                        model.about().language(),
                        model.about().goodFor())));
    }

    @Override
    public OptionalLong memory(Path place) {
        try {
            return OptionalLong.of(estimate.apply(place).totalBytes());
        } catch (ModelFileException e) {
            // Opening it says what is wrong with it.
            return OptionalLong.empty();
        }
    }

    @Override
    public void download(ModelEntry entry, Optional<URI> hub, Consumer<Activity.Fetching> progress)
            throws InterruptedException {
        Catalogue catalogue = Catalogue.usual();
        CatalogueModel model = catalogue
                .find(entry.id())
                .orElseThrow(() -> new IllegalArgumentException(
                        entry.name() + " is no longer in the catalogue. Open this screen again."));
        URI from = hub.orElseGet(() -> Hub.endpoint(Optional.empty(), catalogue));
        new ModelDownload(model, new Hub(from), store).run(now -> progress.accept(fetching(now)));
    }

    private static Activity.Fetching fetching(DownloadProgress now) {
        return new Activity.Fetching(
                now.bytes(), now.of(), now.bytesPerSecond(), now.notice().orElse(""));
    }

    @Override
    public void remove(ModelEntry entry) {
        store.remove(entry.id());
    }

    @Override
    public URI hub(Optional<String> named) {
        Catalogue catalogue;
        try {
            catalogue = Catalogue.usual();
        } catch (CatalogueException e) {
            // Told where the models are listed.
            catalogue = new Catalogue(Optional.empty(), List.of());
        }
        return Hub.endpoint(named, catalogue);
    }
}
