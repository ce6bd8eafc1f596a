package tokenwalk.app.library.model;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.background.Background;
import tokenwalk.app.background.Lane;
import tokenwalk.app.comparison.model.ComparisonModel;
import tokenwalk.app.session.ModelSize;
import tokenwalk.app.session.Opening;
import tokenwalk.app.session.SessionModel;
import tokenwalk.runtime.model.LanguageModel;

/** The models there are, and what one does with them: open, compare, fetch, remove. */
public final class LibraryModel {
    private final SessionModel session;
    private final ComparisonModel comparison;
    private final Shelf shelf;
    private final Lane lists;
    private final Background background;
    private final Downloads downloads;
    private final SettingsModel settings;
    private final Map<Path, Figures> known = new HashMap<>();
    private final Map<String, Activity> activities = new HashMap<>();
    private List<ModelEntry> shelved = List.of();
    private List<ModelEntry> own = List.of();
    private final ReadOnlyObjectWrapper<List<LibraryRow>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

    public LibraryModel(
            SessionModel session,
            ComparisonModel comparison,
            Shelf shelf,
            SettingsFile settingsFile,
            Background background) {
        this.session = session;
        this.comparison = comparison;
        this.shelf = shelf;
        this.background = background;
        this.lists = new Lane(background.aside());
        this.downloads = new Downloads(shelf, background);
        this.settings = new SettingsModel(settingsFile, background, message::set);
        settings.settingsProperty().subscribe(this::listOwn);
        for (SessionModel each : List.of(session, comparison.session())) {
            each.modelProperty().subscribe(this::opened);
            each.openingProperty().subscribe((Opening opening) -> {
                if (opening instanceof Opening.Failed failed) {
                    message.set(failed.message());
                }
            });
        }
        refresh();
    }

    /** All models, in groups: what ships, what is on this computer, what can be fetched. */
    public ReadOnlyObjectProperty<List<LibraryRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** What went wrong last, in one line; empty if nothing did. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    public ComparisonModel comparison() {
        return comparison;
    }

    public SessionModel session() {
        return session;
    }

    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.settingsProperty();
    }

    /** @return where models are fetched from unless the settings name another place */
    public URI usualHub() {
        return shelf.hub(Optional.empty());
    }

    /** Looks again what there is. */
    public void refresh() {
        lists.run(
                shelf::list,
                listing -> {
                    shelved = listing.entries();
                    listing.problem().ifPresent(message::set);
                    update();
                },
                failure -> message.set(Messages.of(failure)));
    }

    /** Opens a file or folder; what is open stays until it is there. */
    public void open(Path place) {
        message.set("");
        session.open(place);
    }

    /** Opens a file or folder beside the model that is open. */
    public void compare(Path place) {
        message.set("");
        comparison.open(place);
    }

    public void download(ModelEntry entry) {
        message.set("");
        downloads.begin(entry, settings.settingsProperty().get().hub(), news -> {
            happens(entry, news);
            if (news instanceof Activity.None) {
                refresh();
            }
        });
    }

    /** Ends a download; what is there by then is used the next time. */
    public void cancel(ModelEntry entry) {
        downloads.cancel(entry);
        happens(entry, new Activity.None());
    }

    /** Asks, in the model's own row, whether its files shall go. */
    public void askRemoval(ModelEntry entry) {
        happens(entry, new Activity.AskingRemoval());
    }

    /** What the row asked or told is done with. */
    public void dismiss(ModelEntry entry) {
        happens(entry, new Activity.None());
    }

    /** Removes a fetched model's files; takes one of the user's own off the list, and leaves its files alone. */
    public void remove(ModelEntry entry) {
        if (entry.origin() instanceof Origin.Own own) {
            settings.change(now -> now.without(own.place()));
            return;
        }
        new Lane(background.aside())
                .run(
                        () -> {
                            shelf.remove(entry);
                            return entry;
                        },
                        _ -> {
                            happens(entry, new Activity.None());
                            refresh();
                        },
                        failure -> happens(entry, new Activity.Failed(Messages.of(failure))));
    }

    /** Fetches from another place from now on; nothing typed: from the usual one. */
    public void fetchFrom(String typed) {
        try {
            Optional<URI> hub = typed.isBlank() ? Optional.empty() : Optional.of(shelf.hub(Optional.of(typed.strip())));
            message.set("");
            settings.change(now -> now.withHub(hub));
        } catch (RuntimeException e) {
            message.set(Messages.of(e));
        }
    }

    /** As at the beginning: nothing asked, nothing told, nothing being fetched, one model. */
    public void reset() {
        shelved.forEach(downloads::cancel);
        activities.clear();
        message.set("");
        comparison.close();
        refresh();
    }

    private void happens(ModelEntry entry, Activity activity) {
        activities.put(entry.id(), activity);
        update();
    }

    private void opened(@Nullable LanguageModel model) {
        if (model != null) {
            Path place = whole(model.facts().path());
            known.put(place, Figures.of(model));
            measure(place);
            settings.change(now -> now.withOpened(place));
        }
        update();
    }

    private void measure(Path place) {
        new Lane(background.aside())
                .run(
                        () -> shelf.memory(place),
                        memory -> {
                            known.computeIfPresent(place, (_, figures) -> figures.withMemory(memory));
                            update();
                        },
                        failure -> message.set(Messages.of(failure)));
    }

    private void listOwn(Settings now) {
        own = now.opened().stream().filter(Files::exists).map(LibraryModel::own).toList();
        update();
    }

    private void update() {
        Set<Path> onShelf =
                shelved.stream().flatMap(entry -> place(entry).stream()).collect(Collectors.toSet());
        List<ModelEntry> entries = new ArrayList<>(shelved);
        own.stream()
                .filter(entry -> place(entry).filter(onShelf::contains).isEmpty())
                .forEach(entries::add);
        rows.set(entries.stream().sorted(LibraryModel::byGroup).map(this::row).toList());
    }

    private static ModelEntry own(Path place) {
        return new ModelEntry(
                place.toString(),
                String.valueOf(place.getFileName()),
                new Origin.Own(place),
                ModelSize.of(place),
                Optional.empty(),
                Optional.empty());
    }

    /** Within a group as they came. */
    private static int byGroup(ModelEntry one, ModelEntry other) {
        return Integer.compare(group(one), group(other));
    }

    private static int group(ModelEntry entry) {
        return switch (entry.origin()) {
            case Origin.Bundled _ -> 0;
            case Origin.Fetched _, Origin.Own _ -> 1;
            case Origin.Online _ -> 2;
        };
    }

    private LibraryRow row(ModelEntry entry) {
        Optional<Figures> now = place(entry).map(known::get);
        return new LibraryRow(
                now.map(entry::with).orElse(entry),
                isOpen(entry, session),
                isOpen(entry, comparison.session()),
                activities.getOrDefault(entry.id(), new Activity.None()));
    }

    private static boolean isOpen(ModelEntry entry, SessionModel in) {
        LanguageModel model = in.modelProperty().get();
        return model != null && isAt(entry, whole(model.facts().path()));
    }

    private static boolean isAt(ModelEntry entry, Path place) {
        return place(entry).filter(place::equals).isPresent();
    }

    private static Optional<Path> place(ModelEntry entry) {
        return entry.origin().path().map(LibraryModel::whole);
    }

    private static Path whole(Path place) {
        return place.toAbsolutePath().normalize();
    }
}
