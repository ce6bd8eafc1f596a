package tokenwalk.runtime.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import tokenwalk.runtime.weights.ByteCount;

/** A model could not be loaded or kept. The message is for the user: what went wrong, how to mend it. */
public final class DownloadFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    DownloadFailure(String message) {
        super(message);
    }

    DownloadFailure(String message, Throwable cause) {
        super(message, cause);
    }

    static DownloadFailure notFound(HubSource source, String file, String host) {
        return new DownloadFailure("%s has no %s in %s (%s). Correct the model's entry in the catalogue."
                .formatted(host, file, source.repository(), source.revision()));
    }

    static DownloadFailure closed(HubSource source, String page) {
        return new DownloadFailure(
                "%s is not open to everyone, or does not exist. Open %s in a browser, accept its terms, %s"
                        .formatted(
                                source.repository(),
                                page,
                                "load its files into one folder there, and open that folder."));
    }

    static DownloadFailure status(int status, String host) {
        return new DownloadFailure(
                "%s answered with status %d, which is no use here. Try again later, or name another endpoint (%s)."
                        .formatted(host, status, Hub.VARIABLE));
    }

    static DownloadFailure proxy() {
        return new DownloadFailure(
                "The network's proxy wants a name and a password, which are not given here. Use another network, or open a folder that was loaded elsewhere.");
    }

    static DownloadFailure unreachable(BrokenTransfer cause) {
        return new DownloadFailure(
                "%s. Check the network; a mirror can be named by %s.".formatted(cause.sentence(), Hub.VARIABLE), cause);
    }

    static DownloadFailure certificate(String host, IOException cause) {
        return new DownloadFailure(
                "The certificate of %s is not trusted here, perhaps because a filter stands between. %s"
                        .formatted(host, "Ask who runs the network, or open a folder that was loaded elsewhere."),
                cause);
    }

    static DownloadFailure undeclared(String file, String host) {
        return new DownloadFailure(
                "%s does not tell size and checksum of %s, so it could not be checked. Name an endpoint that answers as huggingface.co does."
                        .formatted(host, file));
    }

    static DownloadFailure redirect(String host, String what) {
        return new DownloadFailure(
                "%s sends the request %s. Name another endpoint (%s).".formatted(host, what, Hub.VARIABLE));
    }

    static DownloadFailure gaveUp(BrokenTransfer last, int attempts) {
        return new DownloadFailure(
                "%s, %d times in a row. What was loaded is kept: try again later, and it goes on from there."
                        .formatted(last.sentence(), attempts),
                last);
    }

    static DownloadFailure longPause(BrokenTransfer last, Duration pause) {
        return new DownloadFailure(
                "%s and asks to wait %d minutes. What was loaded is kept: try again then."
                        .formatted(last.sentence(), pause.plusSeconds(59).toMinutes()),
                last);
    }

    static DownloadFailure wrongContents(String file) {
        return new DownloadFailure(
                "%s arrived twice with other contents than declared, and was thrown away. Try again later, or name another endpoint (%s)."
                        .formatted(file, Hub.VARIABLE));
    }

    static DownloadFailure noRoom(Path folder, long missing, long free, long keptFree) {
        return new DownloadFailure(
                "There is no room in %s: %s are still to come, %s are free, and %s should stay free. Make room, then start again; what was loaded is kept."
                        .formatted(folder, ByteCount.text(missing), ByteCount.text(free), ByteCount.text(keptFree)));
    }

    static DownloadFailure cannotWrite(Path place, IOException cause) {
        return new DownloadFailure(
                "Cannot write %s: %s. Mend that, or name another folder with -D%s."
                        .formatted(place, Reasons.of(cause), ModelStore.CACHE_PROPERTY),
                cause);
    }

    static DownloadFailure inUse(String name) {
        return new DownloadFailure(
                "%s is being loaded already, by another window or command. Wait for it, or stop it there."
                        .formatted(name));
    }
}
