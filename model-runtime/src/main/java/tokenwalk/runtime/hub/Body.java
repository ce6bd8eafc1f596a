package tokenwalk.runtime.hub;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a server sends, piece by piece, to a thread that does not wait for ever; the JDK's own streams would. */
final class Body implements HttpResponse.BodySubscriber<Body>, AutoCloseable {
    private sealed interface Event {}

    private record Bytes(List<ByteBuffer> buffers) implements Event {}

    private record Broken(Throwable cause) implements Event {}

    private record End() implements Event {}

    private final Duration patience;
    /** Holds one piece at most, and then perhaps the end: a further piece is asked for only when one was taken. */
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

    /** @param patience how long to wait for the next byte */
    Body(Duration patience) {
        this.patience = patience;
    }

    /**
     * @return the next bytes; none at the end
     * @throws BrokenTransfer if the connection broke, or nothing came for too long
     */
    Optional<List<ByteBuffer>> read() throws InterruptedException, BrokenTransfer {
        return switch (events.poll(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            case null -> throw BrokenTransfer.dropped("Nothing came for %d s".formatted(patience.toSeconds()));
            case Bytes bytes -> {
                ask();
                yield Optional.of(bytes.buffers());
            }
            case Broken _ -> throw BrokenTransfer.dropped("The connection broke");
            case End _ -> Optional.empty();
        };
    }

    private void ask() {
        subscription.thenAccept(sender -> sender.request(1));
    }

    @Override
    public CompletionStage<Body> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription sender) {
        subscription.complete(sender);
        sender.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        events.add(new Bytes(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        events.add(new Broken(cause));
    }

    @Override
    public void onComplete() {
        events.add(new End());
    }

    /** Leaves the rest unread. */
    @Override
    public void close() {
        subscription.thenAccept(Flow.Subscription::cancel);
    }
}
