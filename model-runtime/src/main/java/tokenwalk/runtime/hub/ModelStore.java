package tokenwalk.runtime.hub;

import dev.dirs.ProjectDirectories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The folder that models are kept in: one folder or .gguf file each. Any thread may use it. */
public final class ModelStore {
    /** Names a folder to use instead of the user's cache folder. */
    public static final String CACHE_PROPERTY = "tokenwalk.cache";

    private static final String PARTIAL = ".part";

    private final Path folder;
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    public ModelStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** @return the store in the user's cache folder, or where {@link #CACHE_PROPERTY} says */
    public static ModelStore usual() {
        String named = System.getProperty(CACHE_PROPERTY, "");
        Path cache = Path.of(named.isBlank() ? ProjectDirectories.from("", "", "tokenwalk").cacheDir : named);
        return new ModelStore(cache.resolve("models"));
    }

    public Path folder() {
        return folder;
    }

    /** @return the models that are here whole, by name */
    public List<StoredModel> models() {
        return entries().stream()
                .filter(path -> !name(path).endsWith(PARTIAL))
                .flatMap(path -> opened(path).stream().map(model -> stored(name(path), path, model)))
                .toList();
    }

    /** @return downloads that were begun and can be gone on with; there is nothing to open yet */
    public List<StoredModel> partial() {
        return entries().stream()
                .filter(path -> name(path).endsWith(PARTIAL) && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                .map(path -> stored(name(path).substring(0, name(path).length() - PARTIAL.length()), path, path))
                .toList();
    }

    /** @return a model of the catalogue, if it is here whole */
    public Optional<StoredModel> find(CatalogueModel model) {
        Path place = place(model.name());
        return DownloadRecord.read(place)
                .filter(record -> record.isOf(model.source()))
                .flatMap(_ -> opened(place))
                .map(path -> stored(model.name(), place, path));
    }

    /**
     * Removes a model, whole or partial. A link is removed, not what it leads to.
     *
     * @throws DownloadFailure if there is none, it is being loaded, or it cannot be removed; then all of it is still there
     */
    public void remove(String name) {
        List<Path> places = Stream.of(place(name), partialPlace(name))
                .filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))
                .toList();
        if (name.startsWith(".") || places.isEmpty()) {
            throw new DownloadFailure(
                    "There is no model «%s» in %s. See './tokenwalk models'.".formatted(name, folder));
        }
        try (StoreLock _ = lock(name)) {
            for (Path place : places) {
                // What a running program still has open cannot be moved on some systems: then nothing is lost.
                Path aside = folder.resolve("." + UUID.randomUUID() + ".removed");
                Files.move(place, aside, StandardCopyOption.ATOMIC_MOVE);
                FileTree.delete(aside);
            }
        } catch (IOException e) {
            throw new DownloadFailure(
                    "%s cannot be removed: %s. Close what uses it, then try again.".formatted(name, Reasons.of(e)), e);
        }
    }

    /** @throws DownloadFailure if somebody else changes this model */
    StoreLock lock(String name) throws IOException {
        Files.createDirectories(folder);
        return StoreLock.take(folder.resolve("." + name + ".lock"), name, taken);
    }

    Path place(String name) {
        return inside(name);
    }

    Path partialPlace(String name) {
        return inside(name + PARTIAL);
    }

    private Path inside(String name) {
        Path place = folder.resolve(name).normalize();
        if (!folder.equals(place.getParent())) {
            throw new DownloadFailure(
                    "«%s» is no name of a model in %s. See './tokenwalk models'.".formatted(name, folder));
        }
        return place;
    }

    private List<Path> entries() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> !name(path).startsWith("."))
                    .sorted(Comparator.comparing(path -> name(path).toLowerCase(Locale.ROOT)))
                    .toList();
        } catch (IOException e) {
            throw new DownloadFailure(
                    "The folder %s cannot be read: %s. Make it readable.".formatted(folder, Reasons.of(e)), e);
        }
    }

    /** @return what to open of a model: the folder itself, or the one file that matters */
    private static Optional<Path> opened(Path place) {
        if (!Files.isDirectory(place)) {
            return isGguf(place) ? Optional.of(place) : Optional.empty();
        }
        if (Files.exists(place.resolve("config.json"))) {
            return Optional.of(place);
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(ModelStore::isGguf).min(Comparator.naturalOrder());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isGguf(Path path) {
        return name(path).toLowerCase(Locale.ROOT).endsWith(".gguf") && Files.isRegularFile(path);
    }

    private static StoredModel stored(String name, Path place, Path opened) {
        long bytes;
        try {
            bytes = FileTree.size(place);
        } catch (IOException e) {
            // It may be on its way out.
            bytes = 0;
        }
        return new StoredModel(name, opened, bytes);
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
