package tokenwalk.runtime.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A small model on a hub of its own, and a store to load it into. */
final class TinyDownload implements AutoCloseable {
    static final String WEIGHTS = "model.safetensors";
    static final byte[] CONFIG = "{\"model_type\": \"gpt2\"}".getBytes(UTF_8);

    final HubServer server = new HubServer();
    final byte[] weights = new byte[3_000_000];
    final FakeTime time = new FakeTime();
    final ModelStore store;
    final List<DownloadProgress> told = new ArrayList<>();
    final CatalogueModel model;

    TinyDownload(Path folder) throws IOException {
        new Random(1).nextBytes(weights);
        server.with("config.json", CONFIG).with(WEIGHTS, weights);
        store = new ModelStore(folder);
        model = new CatalogueReader("test")
                .read(server.catalogue(List.of("config.json", WEIGHTS)))
                .models()
                .getFirst();
    }

    ModelDownload download() {
        return download(_ -> Long.MAX_VALUE);
    }

    ModelDownload download(ModelDownload.FreeSpace freeSpace) {
        return new ModelDownload(model, hub(Duration.ofSeconds(30)), store, freeSpace);
    }

    Hub hub(Duration patience) {
        return new Hub(server.endpoint(), patience, time);
    }

    StoredModel run() throws InterruptedException {
        return download().run(told::add);
    }

    byte[] firstBytes(int count) {
        return Arrays.copyOf(weights, count);
    }

    Path partial(String file) {
        return store.partialPlace(model.name()).resolve(file);
    }

    List<String> notices() {
        return told.stream().flatMap(progress -> progress.notice().stream()).toList();
    }

    /** @return what was asked of the weights */
    List<String> weightRequests() {
        return server.requests().stream()
                .filter(request -> request.startsWith("GET " + WEIGHTS))
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
