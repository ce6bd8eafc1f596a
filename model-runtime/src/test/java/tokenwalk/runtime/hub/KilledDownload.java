package tokenwalk.runtime.hub;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** A program of its own that loads a model until it is killed. */
final class KilledDownload {
    private KilledDownload() {}

    /** @param arguments the catalogue, the endpoint, the store's folder, and after how many bytes to say so */
    public static void main(String[] arguments) throws InterruptedException {
        CatalogueModel model = Catalogue.read(Path.of(arguments[0])).models().getFirst();
        ModelStore store = new ModelStore(Path.of(arguments[2]));
        // Its clock lets every byte be told of.
        Hub hub = new Hub(URI.create(arguments[1]), Duration.ofSeconds(30), new FakeTime());
        long enough = Long.parseLong(arguments[3]);
        new ModelDownload(model, hub, store).run(progress -> {
            if (progress.bytes() >= enough) {
                System.out.println("loaded");
            }
        });
    }
}
