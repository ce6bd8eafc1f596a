package tokenwalk.runtime.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All files of a model or none, whatever happens on the way. */
class ModelDownloadTest {
    @TempDir
    Path folder;

    TinyDownload tiny;

    @BeforeEach
    void start() throws IOException {
        tiny = new TinyDownload(folder.resolve("models"));
    }

    @AfterEach
    void stop() {
        tiny.close();
    }

    @Test
    void loadsAllFilesAndKeepsWhereTheyComeFrom() throws Exception {
        StoredModel model = tiny.run();

        assertThat(model.path()).isEqualTo(folder.resolve("models/Tiny"));
        assertThat(model.path().resolve("config.json")).hasBinaryContent(TinyDownload.CONFIG);
        assertThat(model.path().resolve(TinyDownload.WEIGHTS)).hasBinaryContent(tiny.weights);
        assertThat(DownloadRecord.read(model.path()).orElseThrow().repository()).isEqualTo("owner/tiny");
        assertThat(tiny.store.partial()).isEmpty();
        assertThat(tiny.server.requests())
                .containsExactly(
                        "HEAD config.json",
                        "HEAD model.safetensors",
                        "HEAD extra.json",
                        "GET config.json",
                        "GET model.safetensors");
    }

    @Test
    void loadsOptionalFilesWhereTheHubHasThem() throws Exception {
        tiny.server.with("extra.json", new byte[] {1, 2, 3});

        assertThat(tiny.run().path().resolve("extra.json")).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void asksForNothingUntilItIsRunAndForNothingOfWhatIsHere() throws Exception {
        ModelDownload download = tiny.download();
        assertThat(tiny.server.requests()).isEmpty();
        download.run(_ -> {});
        int requests = tiny.server.requests().size();

        StoredModel again = tiny.run();

        assertThat(again.path()).isEqualTo(folder.resolve("models/Tiny"));
        assertThat(tiny.server.requests()).hasSize(requests);
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        tiny.run();

        long all = tiny.weights.length + TinyDownload.CONFIG.length;
        assertThat(tiny.told).extracting(DownloadProgress::of).containsOnly(all);
        assertThat(tiny.told).extracting(DownloadProgress::bytes).isSorted();
        assertThat(tiny.told.getLast().bytes()).isEqualTo(all);
        assertThat(tiny.told.getLast().bytesPerSecond().orElseThrow()).isPositive();
    }

    @Test
    void aModelThatLacksOneFileLeavesNothing() {
        tiny.server.declaring(TinyDownload.WEIGHTS, HubServer.status(404));

        assertThatThrownBy(tiny::run)
                .isInstanceOf(DownloadFailure.class)
                .hasMessageContaining("127.0.0.1 has no model.safetensors in owner/tiny (main)")
                .hasMessageContaining("catalogue");
        assertThat(tiny.store.models()).isEmpty();
        assertThat(tiny.server.requests()).noneMatch(request -> request.startsWith("GET"));
    }

    @Test
    void aModelIsNotThereBeforeItsLastFileIs() throws Exception {
        for (int attempt = 0; attempt < 5; attempt++) {
            tiny.server.answering(TinyDownload.WEIGHTS, HubServer.status(500));
        }

        assertThatThrownBy(tiny::run).hasMessageContaining("has trouble (status 500), 5 times in a row");

        assertThat(tiny.store.models()).isEmpty();
        assertThat(tiny.store.find(tiny.model)).isEmpty();
        assertThat(tiny.store.partial()).extracting(StoredModel::name).containsExactly("Tiny");
        assertThat(tiny.partial("config.json")).exists();
        assertThat(tiny.run().path().resolve(TinyDownload.WEIGHTS)).hasBinaryContent(tiny.weights);
    }

    @Test
    void aCancelledDownloadGoesOnWhereItWas() throws Exception {
        ModelDownload download = tiny.download();

        assertThatThrownBy(() -> download.run(progress -> {
                    if (progress.bytes() > 100_000) {
                        download.cancel();
                    }
                }))
                .isInstanceOf(InterruptedException.class);

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        long held = Files.size(tiny.partial(TinyDownload.WEIGHTS));
        assertThat(held).isBetween(90_000L, tiny.weights.length - 1L);
        assertThat(tiny.run().path().resolve(TinyDownload.WEIGHTS)).hasBinaryContent(tiny.weights);
        assertThat(tiny.weightRequests())
                .containsExactly("GET model.safetensors", "GET model.safetensors bytes=" + held + "-");
    }

    @Test
    void aDownloadThatWasCancelledBeforeItBeganAsksForNothing() {
        ModelDownload download = tiny.download();
        download.cancel();

        assertThatThrownBy(() -> download.run(_ -> {})).isInstanceOf(InterruptedException.class);
        assertThat(tiny.server.requests()).isEmpty();
    }

    @Test
    void startsOverWhenTheHubHasOtherContentsBySince() throws Exception {
        breakOff(1_000_000);
        tiny.weights[5]++;
        tiny.server.with(TinyDownload.WEIGHTS, tiny.weights);

        assertThat(tiny.run().path().resolve(TinyDownload.WEIGHTS)).hasBinaryContent(tiny.weights);
        assertThat(tiny.weightRequests()).last().isEqualTo("GET model.safetensors");
    }

    @Test
    void startsOverWhenItsRecordIsDamaged() throws Exception {
        breakOff(1_000_000);
        Files.writeString(tiny.partial(DownloadRecord.FILE), "{\"files\": [{\"name\": 3");

        assertThat(tiny.run().path().resolve(TinyDownload.WEIGHTS)).hasBinaryContent(tiny.weights);
        assertThat(tiny.weightRequests()).last().isEqualTo("GET model.safetensors");
    }

    @Test
    void refusesBeforeLoadingWhenTheDiskIsTooFull() {
        assertThatThrownBy(() -> tiny.download(_ -> 4_000_000).run(_ -> {}))
                .isInstanceOf(DownloadFailure.class)
                .hasMessageContaining("3.0 MB are still to come, 4.0 MB are free, and 64.0 MB should stay free")
                .hasMessageContaining("Make room");
        assertThat(tiny.server.requests()).noneMatch(request -> request.startsWith("GET"));
    }

    @Test
    void tellsThatTheDiskBecameFullMeanwhile() {
        AtomicInteger looks = new AtomicInteger();

        assertThatThrownBy(() -> tiny.download(_ -> looks.incrementAndGet() == 1 ? Long.MAX_VALUE : 0)
                        .run(_ -> {}))
                .hasMessageContaining("3.0 MB are still to come, 0.0 MB are free");
        assertThat(tiny.partial("config.json")).exists();
        assertThat(tiny.weightRequests()).isEmpty();
    }

    @Test
    void tellsWhatCannotBeWritten() throws Exception {
        Files.writeString(folder.resolve("models"), "a file");

        assertThatThrownBy(tiny::run)
                .isInstanceOf(DownloadFailure.class)
                .hasMessageContaining("Cannot write " + folder.resolve("models"))
                .hasMessageContaining(ModelStore.CACHE_PROPERTY);
    }

    @ParameterizedTest
    @CsvSource({"0, There is no room in", "1000000000, Cannot write"})
    void tellsWhyAFileCouldNotBeWritten(long freeAtLast, String message) {
        AtomicInteger looks = new AtomicInteger();
        ModelDownload download = tiny.download(_ -> {
            if (looks.incrementAndGet() == 2) {
                // In the way of the weights.
                Files.createDirectory(tiny.partial(TinyDownload.WEIGHTS));
            }
            return looks.get() <= 2 ? Long.MAX_VALUE : freeAtLast;
        });

        assertThatThrownBy(() -> download.run(_ -> {}))
                .isInstanceOf(DownloadFailure.class)
                .hasMessageContaining(message);
        assertThat(tiny.partial("config.json")).exists();
    }

    @Test
    void leavesAloneWhatIsAnotherModelOfThatName() throws Exception {
        Path other = Files.createDirectories(folder.resolve("models/Tiny"));
        Files.writeString(other.resolve("config.json"), "mine");

        assertThatThrownBy(tiny::run).hasMessageContaining("is there already and is another model");
        assertThat(other.resolve("config.json")).hasContent("mine");
        assertThat(tiny.server.requests()).isEmpty();
    }

    @Test
    void twoDownloadsOfOneModelDoNotMeet() throws Exception {
        ModelDownload sameStore = tiny.download();
        ModelDownload otherStore = new ModelDownload(
                tiny.model, new Hub(tiny.server.endpoint()), new ModelStore(folder.resolve("models")));

        tiny.download().run(progress -> {
            assertThatThrownBy(() -> sameStore.run(_ -> {})).hasMessageContaining("Tiny is being loaded already");
            assertThatThrownBy(() -> otherStore.run(_ -> {})).hasMessageContaining("Tiny is being loaded already");
            assertThatThrownBy(() -> tiny.store.remove("Tiny")).hasMessageContaining("Tiny is being loaded already");
        });

        assertThat(sameStore.run(_ -> {}).path().resolve(TinyDownload.WEIGHTS)).hasBinaryContent(tiny.weights);
    }

    private void breakOff(int bytes) {
        tiny.server.answering(TinyDownload.WEIGHTS, HubServer.dropping(tiny.firstBytes(bytes), tiny.weights.length));
        for (int attempt = 0; attempt < 4; attempt++) {
            tiny.server.answering(TinyDownload.WEIGHTS, HubServer.status(503));
        }
        assertThatThrownBy(tiny::run).isInstanceOf(DownloadFailure.class);
        assertThat(tiny.partial(TinyDownload.WEIGHTS)).hasSize(bytes);
    }
}
