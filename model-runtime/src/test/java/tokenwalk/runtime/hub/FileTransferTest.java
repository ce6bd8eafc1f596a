package tokenwalk.runtime.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers and lines that do not do what they should. */
class FileTransferTest {
    private static final int HALF = 1_500_000;

    @TempDir
    Path folder;

    TinyDownload tiny;

    @BeforeEach
    void start() throws IOException {
        tiny = new TinyDownload(folder);
    }

    @AfterEach
    void stop() {
        tiny.close();
    }

    @Test
    void goesOnWhereTheConnectionBroke() throws Exception {
        answer(dropped());

        expectTheRightBytes();
        assertThat(tiny.weightRequests())
                .containsExactly("GET model.safetensors", "GET model.safetensors bytes=1500000-");
        assertThat(tiny.time.pauses()).containsExactly(1L);
        assertThat(tiny.notices()).containsExactly("The connection broke. Trying again in 1 s.");
    }

    @Test
    void goesOnAfterAStall() throws Exception {
        answer(tiny.server.stalling(tiny.firstBytes(HALF), tiny.weights.length));

        new ModelDownload(tiny.model, tiny.hub(Duration.ofMillis(300)), tiny.store, _ -> Long.MAX_VALUE)
                .run(tiny.told::add);

        assertThat(tiny.store.find(tiny.model).orElseThrow().path().resolve(TinyDownload.WEIGHTS))
                .hasBinaryContent(tiny.weights);
        assertThat(tiny.weightRequests()).contains("GET model.safetensors bytes=1500000-");
        assertThat(tiny.notices()).first().asString().startsWith("Nothing came for");
    }

    @Test
    void goesOnAfterABodyThatEndedTooEarly() throws Exception {
        answer(HubServer.unannounced(tiny.firstBytes(HALF)));

        expectTheRightBytes();
        assertThat(tiny.weightRequests()).last().isEqualTo("GET model.safetensors bytes=1500000-");
    }

    @Test
    void startsOverAfterABodyThatIsTooLong() throws Exception {
        answer(HubServer.whole(Arrays.copyOf(tiny.weights, tiny.weights.length + 7)));

        expectTheRightBytes();
        assertThat(tiny.notices()).first().asString().startsWith("More of model.safetensors came than was declared");
    }

    @Test
    void startsOverWhereRangesAreNotKnown() throws Exception {
        answer(dropped());
        answer(HubServer.whole(tiny.weights));

        expectTheRightBytes();
        assertThat(tiny.weightRequests()).hasSize(2);
    }

    @Test
    void believesNoRangeThatWasNotAskedFor() throws Exception {
        answer(dropped());
        // The bytes are another part of the file, and said to be.
        answer(HubServer.part(HALF + 10, tiny.weights.length, tiny.firstBytes(tiny.weights.length - HALF - 10)));
        answer(dropped());
        // The right part, of a file of another size.
        answer(HubServer.part(HALF, tiny.weights.length + 1, tiny.firstBytes(tiny.weights.length - HALF)));

        expectTheRightBytes();
        assertThat(tiny.notices())
                .filteredOn(notice -> notice.startsWith("Another part"))
                .hasSize(2);
        assertThat(tiny.weightRequests()).last().isEqualTo("GET model.safetensors");
    }

    @Test
    void aRangeThatLiesIsFoundOutByTheChecksum() throws Exception {
        answer(dropped());
        // The wrong bytes under the right name.
        answer(HubServer.part(HALF, tiny.weights.length, tiny.firstBytes(tiny.weights.length - HALF)));

        expectTheRightBytes();
        assertThat(tiny.notices()).last().asString().contains("other contents than declared. Loading it again.");
    }

    @Test
    void startsOverWhenTheServerDeniesTheRest() throws Exception {
        answer(dropped());
        answer(HubServer.status(416));

        expectTheRightBytes();
        assertThat(tiny.weightRequests()).last().isEqualTo("GET model.safetensors");
    }

    @Test
    void throwsWrongContentsAwayAndLoadsThemAgain() throws Exception {
        answer(HubServer.whole(new byte[tiny.weights.length]));

        expectTheRightBytes();
        assertThat(tiny.notices())
                .containsExactly("model.safetensors arrived with other contents than declared. Loading it again.");
    }

    @Test
    void givesUpOnContentsThatAreWrongTwice() {
        answer(HubServer.whole(new byte[tiny.weights.length]));
        answer(HubServer.whole(new byte[tiny.weights.length]));

        assertThatThrownBy(tiny::run)
                .isInstanceOf(DownloadFailure.class)
                .hasMessageContaining("model.safetensors arrived twice with other contents than declared");
        assertThat(tiny.partial(TinyDownload.WEIGHTS)).doesNotExist();
        assertThat(tiny.store.models()).isEmpty();
    }

    @Test
    void pausesGrowUntilItGivesUp() {
        for (int attempt = 0; attempt < 5; attempt++) {
            answer(HubServer.status(503));
        }

        assertThatThrownBy(tiny::run)
                .isInstanceOf(DownloadFailure.class)
                .hasMessageContaining("127.0.0.1 has trouble (status 503), 5 times in a row")
                .hasMessageContaining("goes on from there");
        assertThat(tiny.time.pauses()).containsExactly(1L, 2L, 4L, 8L);
    }

    @Test
    void aSlowLineMayBreakOftenAsLongAsItGetsOn() throws Exception {
        for (int attempt = 0; attempt < 4; attempt++) {
            answer(HubServer.status(503));
        }
        answer(dropped());
        answer(HubServer.status(503));

        expectTheRightBytes();
        assertThat(tiny.time.pauses()).containsExactly(1L, 2L, 4L, 8L, 1L, 2L);
    }

    @Test
    void waitsAsLongAsItIsAskedTo() throws Exception {
        answer(HubServer.status(429, "Retry-After", "7"));
        tiny.server.declaring("config.json", HubServer.status(503, "Retry-After", "Thu, 01 Jan 2026 12:00:30 GMT"));

        expectTheRightBytes();
        assertThat(tiny.time.pauses()).hasSize(2).last().isEqualTo(7L);
        assertThat(tiny.time.pauses().getFirst()).isBetween(25L, 30L);
        assertThat(tiny.notices()).contains("127.0.0.1 is asked too often. Trying again in 7 s.");
    }

    @Test
    void doesNotWaitForEver() {
        answer(HubServer.status(429, "Retry-After", "3600"));

        assertThatThrownBy(tiny::run).hasMessageContaining("asks to wait 60 minutes");
        assertThat(tiny.time.pauses()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | owner/tiny is not open to everyone, or does not exist. Open http
            403 | accept its terms
            404 | has no model.safetensors in owner/tiny (main)
            407 | proxy wants a name and a password
            418 | answered with status 418
            """)
    void tellsWhatARefusalMeans(int status, String message) {
        tiny.server.declaring(TinyDownload.WEIGHTS, HubServer.status(status));

        assertThatThrownBy(tiny::run).isInstanceOf(DownloadFailure.class).hasMessageContaining(message);
        assertThat(tiny.time.pauses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404})
    void tellsSoToWhenItIsRefusedLater(int status) {
        answer(HubServer.status(status));

        assertThatThrownBy(tiny::run).isInstanceOf(DownloadFailure.class).hasMessageContaining("owner/tiny");
        assertThat(tiny.time.pauses()).isEmpty();
    }

    @Test
    void tellsAtOnceThatNobodyAnswers() {
        tiny.server.close();

        assertThatThrownBy(tiny::run)
                .isInstanceOf(DownloadFailure.class)
                .hasMessageContaining("There is no way to 127.0.0.1: nothing answers there.")
                .hasMessageContaining("HF_ENDPOINT");
        assertThat(tiny.time.pauses()).isEmpty();
    }

    @Test
    void loadsNothingThatCouldNotBeChecked() {
        tiny.server.declaring("config.json", HubServer.status(200, "ETag", "\"5e1-62a\""));

        assertThatThrownBy(tiny::run).hasMessageContaining("does not tell size and checksum of config.json");
    }

    @Test
    void followsARenamedRepository() throws Exception {
        tiny.server.declaring("config.json", HubServer.redirect("/new/name/resolve/main/config.json"));
        tiny.server.answering("config.json", HubServer.redirect("/new/name/resolve/main/config.json"));

        expectTheRightBytes();
        assertThat(tiny.server.requests())
                .containsSubsequence("HEAD config.json", "HEAD config.json", "GET config.json", "GET config.json");
    }

    @Test
    void doesNotGoRoundInCircles() {
        for (int hop = 0; hop < 6; hop++) {
            answer(HubServer.redirect("/elsewhere/model.safetensors"));
        }

        assertThatThrownBy(tiny::run).hasMessageContaining("sends the request on and on");
    }

    private void answer(HttpHandler answer) {
        tiny.server.answering(TinyDownload.WEIGHTS, answer);
    }

    private HttpHandler dropped() {
        return HubServer.dropping(tiny.firstBytes(HALF), tiny.weights.length);
    }

    private void expectTheRightBytes() throws InterruptedException {
        assertThat(tiny.run().path().resolve(TinyDownload.WEIGHTS)).hasBinaryContent(tiny.weights);
    }
}
