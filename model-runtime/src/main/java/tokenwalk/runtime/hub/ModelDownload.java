package tokenwalk.runtime.hub;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Loads a model of the catalogue into the store: all of its files or, to anybody who looks, none. What was loaded when it
 * ends early, however it ends, is gone on from the next time.
 */
public final class ModelDownload {
    /** Left free on the disk: a full one is trouble for all programs. */
    private static final long MARGIN = 64_000_000;

    /** Tells how many bytes may still be written where a folder lies. */
    @FunctionalInterface
    interface FreeSpace {
        long in(Path folder) throws IOException;
    }

    private final CatalogueModel model;
    private final Hub hub;
    private final ModelStore store;
    private final FreeSpace freeSpace;
    private @Nullable Thread runner;
    private boolean cancelled;

    public ModelDownload(CatalogueModel model, Hub hub, ModelStore store) {
        this(model, hub, store, folder -> Files.getFileStore(folder).getUsableSpace());
    }

    ModelDownload(CatalogueModel model, Hub hub, ModelStore store, FreeSpace freeSpace) {
        this.model = model;
        this.hub = hub;
        this.store = store;
        this.freeSpace = freeSpace;
    }

    /**
     * Loads what is missing; of a model that is here already, nothing.
     *
     * @param listener told, on this thread, about ten times a second
     * @return the model, ready to be opened
     * @throws DownloadFailure if it cannot be had; the message says why, and what to do
     * @throws InterruptedException if it was cancelled, or the thread interrupted
     */
    public StoredModel run(Consumer<DownloadProgress> listener) throws InterruptedException {
        begin();
        try {
            return load(new ProgressMeter(listener, hub.time()));
        } catch (ClosedByInterruptException | FileLockInterruptionException e) {
            Thread.interrupted();
            throw new InterruptedException();
        } catch (IOException e) {
            throw DownloadFailure.cannotWrite(store.folder(), e);
        } finally {
            end();
        }
    }

    /** Stops it soon, from any thread. What was loaded is kept. */
    public synchronized void cancel() {
        cancelled = true;
        if (runner != null) {
            runner.interrupt();
        }
    }

    private synchronized void begin() throws InterruptedException {
        if (cancelled) {
            throw new InterruptedException();
        }
        runner = Thread.currentThread();
    }

    /** An interrupt by {@link #cancel} was meant for this download only, not for what its thread does next. */
    private synchronized void end() {
        runner = null;
        if (cancelled) {
            Thread.interrupted();
        }
    }

    private StoredModel load(ProgressMeter meter) throws InterruptedException, IOException {
        try (StoreLock _ = store.lock(model.name())) {
            Optional<StoredModel> there = store.find(model);
            if (there.isPresent()) {
                return there.get();
            }
            Path place = store.place(model.name());
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                throw new DownloadFailure(
                        "%s is there already and is another model. Remove it or move it away first.".formatted(place));
            }
            try (HubClient client = hub.connect()) {
                loadInto(place, client, meter);
            }
            return store.find(model)
                    .orElseThrow(() -> new DownloadFailure(
                            "%s has no config.json and no .gguf file. Add one to its files in the catalogue."
                                    .formatted(model.name())));
        }
    }

    private void loadInto(Path place, HubClient client, ProgressMeter meter) throws InterruptedException, IOException {
        List<RemoteFile> files = describe(client, meter);
        meter.expect(files.stream().mapToLong(RemoteFile::size).sum());
        PartialDownload partial = PartialDownload.open(store.partialPlace(model.name()), model.source(), files);
        for (RemoteFile file : files) {
            requireRoom(partial);
            meter.begin(file.name(), partial.held(file));
            try {
                new FileTransfer(client, model.source(), file, partial.path(file), meter, hub.time()).run();
            } catch (ClosedByInterruptException e) {
                throw e;
            } catch (IOException e) {
                // For want of room, most of all: then that is what to tell.
                requireRoom(partial);
                throw DownloadFailure.cannotWrite(partial.path(file), e);
            }
            meter.finish(file.size());
        }
        partial.moveTo(place);
    }

    private List<RemoteFile> describe(HubClient client, ProgressMeter meter) throws InterruptedException {
        List<RemoteFile> files = new ArrayList<>();
        for (String name : model.source().allFiles().toList()) {
            Optional<RemoteFile> file = describe(client, name, new Attempts(hub.time(), meter::notice));
            if (file.isEmpty() && model.source().files().contains(name)) {
                throw DownloadFailure.notFound(model.source(), name, client.host());
            }
            file.ifPresent(files::add);
        }
        return files;
    }

    private Optional<RemoteFile> describe(HubClient client, String name, Attempts attempts)
            throws InterruptedException {
        while (true) {
            try {
                return client.describe(model.source(), name);
            } catch (BrokenTransfer broken) {
                if (broken.next() == BrokenTransfer.Next.FIND_HOST) {
                    throw DownloadFailure.unreachable(broken);
                }
                attempts.pauseAfter(broken);
            }
        }
    }

    /** The disk may fill while files arrive, so it is looked at before each. */
    private void requireRoom(PartialDownload partial) throws IOException {
        long missing = partial.missing();
        long free = freeSpace.in(store.folder());
        if (missing > 0 && free - MARGIN < missing) {
            throw DownloadFailure.noRoom(store.folder(), missing, free, MARGIN);
        }
    }
}
