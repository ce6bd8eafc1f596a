package tokenwalk.lessons.file;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Keeps watch over an opened pack: whoever edits one of its files sees the lesson change.
 *
 * <p>The system's notices only wake it up; what counts is whether the files look different. So it works, a second later,
 * where there are no notices: on network drives, or when a system has no more of them to give.
 */
public final class PackWatch implements AutoCloseable {
    /** Told on the watching thread. */
    public interface Listener {
        /**
         * Files have changed.
         *
         * @param fresh the pack as it is now; a file that is broken now keeps, beside its mistakes, the lesson it held
         */
        void changed(LessonPack fresh);

        /** The pack as a whole cannot be read now, and stays as it was. */
        void unreadable(String message);
    }

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    /** Editors save in several steps; only when nothing has changed for so long is a file read. */
    private static final Duration QUIET = Duration.ofMillis(200);

    private final Path place;
    private final Listener listener;
    private final Optional<WatchService> notices;
    private final Thread thread;
    private volatile LessonPack pack;
    private volatile boolean closed;

    private PackWatch(Path place, Listener listener, Optional<WatchService> notices, LessonPack pack, Snapshot read) {
        this.place = place;
        this.listener = listener;
        this.notices = notices;
        this.pack = pack;
        this.thread = Thread.ofPlatform().daemon().name("lesson files").unstarted(() -> watch(read));
    }

    /**
     * Opens a pack and keeps watch over it.
     *
     * @throws IOException as {@link LessonPack#open}
     */
    public static PackWatch open(Path place, Listener listener) throws IOException {
        return open(place, listener, notices(place));
    }

    static PackWatch open(Path place, Listener listener, Optional<WatchService> notices) throws IOException {
        try {
            // Before the files are read, so that no change falls between.
            Snapshot before = Snapshot.of(place);
            PackWatch watch = new PackWatch(place, listener, notices, LessonPack.open(place), before);
            watch.thread.start();
            return watch;
        } catch (IOException e) {
            stop(notices);
            throw e;
        }
    }

    private static Optional<WatchService> notices(Path place) {
        try {
            Path folder = Files.isDirectory(place)
                    ? place
                    : Optional.ofNullable(place.toAbsolutePath().getParent()).orElse(place);
            WatchService service = FileSystems.getDefault().newWatchService();
            folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            return Optional.of(service);
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** @return the pack as it was last read whole */
    public LessonPack pack() {
        return pack;
    }

    private void watch(Snapshot read) {
        Snapshot known = read;
        try {
            while (!closed) {
                waitForNotice();
                Snapshot now = Snapshot.of(place);
                if (!now.equals(known)) {
                    known = settled(now);
                    readAgain();
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            // Closed.
        }
    }

    private void waitForNotice() throws InterruptedException {
        if (notices.isEmpty()) {
            Thread.sleep(LOOK_AGAIN);
            return;
        }
        WatchKey key = notices.get().poll(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        if (key != null) {
            key.pollEvents();
            key.reset();
        }
    }

    private Snapshot settled(Snapshot first) throws InterruptedException {
        Snapshot before = first;
        while (true) {
            Thread.sleep(QUIET);
            Snapshot now = Snapshot.of(place);
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
    }

    private void readAgain() {
        try {
            pack = LessonPack.open(place).keepingGoodOnesOf(pack);
        } catch (IOException e) {
            if (!closed) {
                listener.unreadable(String.valueOf(e.getMessage()));
            }
            return;
        }
        if (!closed) {
            listener.changed(pack);
        }
    }

    /** Stops watching at once; a listener that is being told may still be at it. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        stop(notices);
    }

    /** @return whether the watching thread ended in time */
    boolean ended(int seconds) throws InterruptedException {
        return thread.join(Duration.ofSeconds(seconds));
    }

    private static void stop(Optional<WatchService> notices) {
        try {
            if (notices.isPresent()) {
                notices.get().close();
            }
        } catch (IOException e) {
            // There is nothing to lose: nobody reads from it any more.
        }
    }
}
