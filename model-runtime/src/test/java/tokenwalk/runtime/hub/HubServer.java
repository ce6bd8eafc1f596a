package tokenwalk.runtime.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A hub on the loopback interface. It answers as huggingface.co does, but for the answers that a test gives it to
 * misbehave with, one request each.
 */
public final class HubServer implements AutoCloseable {
    private static final String REPOSITORY = "/owner/tiny/resolve/main/";
    private static final String ELSEWHERE = "/elsewhere/";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Deque<HttpHandler>> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();

    public HubServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Puts a file into the repository «owner/tiny»; weights are large files, all others small. */
    public HubServer with(String name, byte[] contents) {
        files.put(name, contents.clone());
        return this;
    }

    /** Has the next request for a file's contents that no other answer is for, answered so. */
    HubServer answering(String file, HttpHandler answer) {
        return scripted("GET " + file, answer);
    }

    /** Has the next question what a file is, answered so. */
    HubServer declaring(String file, HttpHandler answer) {
        return scripted("HEAD " + file, answer);
    }

    private HubServer scripted(String request, HttpHandler answer) {
        answers.computeIfAbsent(request, _ -> new ConcurrentLinkedDeque<>()).add(answer);
        return this;
    }

    /** @return what was asked for: method, file, range; the detour of large files left out */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String file = path.substring(path.lastIndexOf('/') + 1);
            boolean isDetour = path.startsWith(ELSEWHERE);
            if (exchange.getRequestMethod().equals("HEAD")) {
                requests.add("HEAD " + file);
                answer("HEAD " + file, this::declare).handle(exchange);
            } else if (path.startsWith(REPOSITORY) && isLarge(file) && !isDetour) {
                redirect(ELSEWHERE + file).handle(exchange);
            } else {
                requests.add("GET " + file
                        + Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"))
                                .map(range -> " " + range)
                                .orElse(""));
                answer("GET " + file, this::send).handle(exchange);
            }
        }
    }

    private HttpHandler answer(String request, HttpHandler usual) {
        Deque<HttpHandler> scripted = answers.getOrDefault(request, new ConcurrentLinkedDeque<>());
        return Optional.ofNullable(scripted.poll()).orElse(usual);
    }

    private static boolean isLarge(String file) {
        return file.endsWith(".safetensors");
    }

    private void declare(HttpExchange exchange) throws IOException {
        String file = file(exchange);
        byte[] contents = files.get(file);
        if (contents == null) {
            status(404).handle(exchange);
        } else if (isLarge(file)) {
            exchange.getResponseHeaders().set("X-Linked-Etag", "\"%s\"".formatted(hash("SHA-256", contents)));
            exchange.getResponseHeaders().set("X-Linked-Size", String.valueOf(contents.length));
            redirect(ELSEWHERE + file).handle(exchange);
        } else {
            byte[] blob = ("blob " + contents.length + "\0").getBytes(UTF_8);
            byte[] both = Arrays.copyOf(blob, blob.length + contents.length);
            System.arraycopy(contents, 0, both, blob.length, contents.length);
            exchange.getResponseHeaders().set("ETag", "\"%s\"".formatted(hash("SHA-1", both)));
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(contents.length));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void send(HttpExchange exchange) throws IOException {
        byte[] contents = files.get(file(exchange));
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (contents == null) {
            status(404).handle(exchange);
        } else if (range == null) {
            send(exchange, 200, contents, contents.length);
        } else {
            int from = Integer.parseInt(range.replaceAll("\\D", ""));
            part(from, contents.length, Arrays.copyOfRange(contents, from, contents.length))
                    .handle(exchange);
        }
    }

    private static String file(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes, long announced) throws IOException {
        exchange.sendResponseHeaders(status, announced);
        OutputStream body = exchange.getResponseBody();
        body.write(bytes);
        body.flush();
    }

    static HttpHandler status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    static HttpHandler status(int status, String header, String value) {
        return exchange -> {
            exchange.getResponseHeaders().set(header, value);
            exchange.sendResponseHeaders(status, -1);
        };
    }

    static HttpHandler redirect(String location) {
        return status(302, "Location", location);
    }

    /** All of it, as it was asked for or not. */
    static HttpHandler whole(byte[] bytes) {
        return exchange -> send(exchange, 200, bytes, bytes.length);
    }

    /** So much of what was announced, then the connection is closed. */
    static HttpHandler dropping(byte[] bytes, long announced) {
        return exchange -> send(exchange, 200, bytes, announced);
    }

    /** An orderly end, of no announced length. */
    static HttpHandler unannounced(byte[] bytes) {
        return exchange -> {
            send(exchange, 200, bytes, 0);
            exchange.getResponseBody().close();
        };
    }

    /** A part, and what it is said to be. */
    static HttpHandler part(long from, long all, byte[] bytes) {
        return exchange -> {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes %d-%d/%d".formatted(from, from + bytes.length - 1, all));
            send(exchange, 206, bytes, bytes.length);
        };
    }

    /** So much of what was announced, then nothing, until the server is closed. */
    HttpHandler stalling(byte[] bytes, long announced) {
        return exchange -> {
            send(exchange, 200, bytes, announced);
            try {
                closing.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };
    }

    static String hash(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** @return what the command line and the app read: a catalogue that offers this repository as «Tiny» */
    public String catalogue(List<String> fileNames) {
        return """
                {"format": 1, "endpoint": "%s", "models": [{
                  "name": "Tiny", "repository": "owner/tiny", "files": ["%s"], "optionalFiles": ["extra.json"],
                  "parameters": 1000, "layers": 2, "heads": 3, "width": 4, "vocabulary": 5, "downloadBytes": 2000000,
                  "memoryBytes": 3000000, "licence": "MIT", "language": "English", "goodFor": "A test."}]}
                """.formatted(endpoint(), String.join("\", \"", fileNames));
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
