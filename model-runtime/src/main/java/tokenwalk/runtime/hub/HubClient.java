package tokenwalk.runtime.hub;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Asks the hub, over one connection pool that lasts as long as a download. Used by one thread. */
final class HubClient implements AutoCloseable {

    /** What a server answers; its body is unread. */
    record Answer(int status, HttpHeaders headers, URI address, Body body) implements AutoCloseable {
        Optional<String> header(String name) {
            return headers.firstValue(name);
        }

        boolean isRedirect() {
            return status >= 301 && status <= 303 || status == 307 || status == 308;
        }

        @Override
        public void close() {
            body.close();
        }
    }

    private final URI endpoint;
    private final Duration patience;
    private final Time time;
    private final HttpClient client;

    HubClient(URI endpoint, Duration patience, Time time) {
        this.endpoint = endpoint;
        this.patience = patience;
        this.time = time;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience);
        Optional.ofNullable(ProxySelector.getDefault()).ifPresent(builder::proxy);
        this.client = builder.build();
    }

    String host() {
        return endpoint.getHost();
    }

    /**
     * Asks what a file is, not for the file.
     *
     * @return what the hub declares; none if it has no such file
     * @throws DownloadFailure if it does not let anybody have it, or does not declare what is needed
     */
    Optional<RemoteFile> describe(HubSource source, String file) throws InterruptedException, BrokenTransfer {
        // The redirect of a large file leads away from the hub, and says itself what the hub declares.
        try (Answer answer =
                follow("HEAD", source, file, 0, one -> declared(file, one).isEmpty())) {
            if (answer.status() == 404 || answer.status() == 410) {
                return Optional.empty();
            }
            Optional<RemoteFile> declared = declared(file, answer);
            if (declared.isPresent()) {
                return declared;
            }
            if (answer.status() != 200) {
                throw Refusals.of(answer, source, endpoint, time);
            }
            throw DownloadFailure.undeclared(file, host());
        }
    }

    private static Optional<RemoteFile> declared(String file, Answer answer) {
        boolean linked = answer.header("X-Linked-Etag").isPresent();
        if (answer.status() != 200 && !(linked && answer.isRedirect())) {
            return Optional.empty();
        }
        Optional<Checksum> checksum =
                answer.header(linked ? "X-Linked-Etag" : "ETag").flatMap(Checksum::ofEtag);
        OptionalLong size = number(answer.header(linked ? "X-Linked-Size" : "Content-Length"));
        return checksum.isPresent() && size.isPresent()
                ? Optional.of(new RemoteFile(file, size.getAsLong(), checksum.get()))
                : Optional.empty();
    }

    private static OptionalLong number(Optional<String> header) {
        return header.filter(text -> text.matches("\\d{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    /**
     * @param from how many bytes are here already
     * @return an answer with the status 200, 206 or 416
     */
    Answer get(HubSource source, String file, long from) throws InterruptedException, BrokenTransfer {
        Answer answer = follow("GET", source, file, from, _ -> true);
        if (answer.status() == 200 || answer.status() == 206 || answer.status() == 416) {
            return answer;
        }
        try (answer) {
            if (answer.status() == 404 || answer.status() == 410) {
                throw DownloadFailure.notFound(source, file, host());
            }
            throw Refusals.of(answer, source, endpoint, time);
        }
    }

    private Answer follow(String method, HubSource source, String file, long from, Predicate<Answer> further)
            throws InterruptedException, BrokenTransfer {
        URI address =
                URI.create("%s/%s/resolve/%s/%s".formatted(endpoint, source.repository(), source.revision(), file));
        Redirects redirects = new Redirects(host());
        while (true) {
            Answer answer = send(method, address, from);
            if (!answer.isRedirect() || !further.test(answer)) {
                return answer;
            }
            try (answer) {
                address = redirects.next(address, answer.header("Location"));
            }
        }
    }

    private Answer send(String method, URI address, long from) throws InterruptedException, BrokenTransfer {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("User-Agent", "tokenwalk")
                .header("Accept-Encoding", "identity")
                .method(method, BodyPublishers.noBody());
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        String host = address.getHost();
        try {
            HttpResponse<Body> response = client.send(request.build(), _ -> new Body(patience));
            return new Answer(response.statusCode(), response.headers(), address, response.body());
        } catch (HttpTimeoutException e) {
            throw BrokenTransfer.dropped("%s did not answer for %d s".formatted(host, patience.toSeconds()));
        } catch (ConnectException e) {
            throw BrokenTransfer.unreachable(
                    causedBy(e, UnresolvedAddressException.class)
                            ? "There is no way to %s: that name is not known here".formatted(host)
                            : "There is no way to %s: nothing answers there".formatted(host));
        } catch (IOException e) {
            if (causedBy(e, GeneralSecurityException.class)) {
                throw DownloadFailure.certificate(host, e);
            }
            throw BrokenTransfer.dropped("The connection to %s broke".formatted(host));
        }
    }

    private static boolean causedBy(Throwable error, Class<? extends Throwable> kind) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
