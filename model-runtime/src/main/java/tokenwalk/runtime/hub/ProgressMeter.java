package tokenwalk.runtime.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Adds up how far the files of a download are, and tells it, not too often. */
final class ProgressMeter {
    private static final Duration STEP = Duration.ofMillis(100);

    private final Consumer<DownloadProgress> listener;
    private final Time time;
    private final Rate rate = new Rate();
    private Instant told = Instant.MIN;
    private String file = "";
    private long before;
    private long inFile;
    private long all;

    ProgressMeter(Consumer<DownloadProgress> listener, Time time) {
        this.listener = listener;
        this.time = time;
    }

    /** @param allBytes how much all files are */
    void expect(long allBytes) {
        all = allBytes;
    }

    /**
     * @param name the file that is loaded now
     * @param held how much of it is here
     */
    void begin(String name, long held) {
        file = name;
        inFile = held;
        rate.update(time.instant(), before + inFile);
        tell(Optional.empty());
    }

    /** @param bytes how much of the file is here by now */
    void at(long bytes) {
        inFile = bytes;
        Instant now = time.instant();
        rate.update(now, before + inFile);
        if (now.isBefore(told) || now.minus(STEP).isAfter(told)) {
            tell(Optional.empty());
        }
    }

    void finish(long size) {
        inFile = 0;
        before += size;
        tell(Optional.empty());
    }

    void notice(String text) {
        tell(Optional.of(text));
    }

    private void tell(Optional<String> notice) {
        told = time.instant();
        listener.accept(new DownloadProgress(file, before + inFile, all, rate.perSecond(), notice));
    }
}
