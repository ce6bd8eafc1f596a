package tokenwalk.runtime.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectsTest {
    private static final URI FROM = URI.create("https://hub.example/owner/model");

    @ParameterizedTest
    @CsvSource({
        "/other, https://hub.example/other",
        "https://cdn.example/x?y=1, https://cdn.example/x?y=1",
        "http://127.0.0.1:80/x, http://127.0.0.1:80/x",
        "http://[::1]/x, http://[::1]/x",
        "http://localhost/x, http://localhost/x"
    })
    void goesWhereItIsSent(String location, String to) {
        assertThat(new Redirects("hub").next(FROM, Optional.of(location))).hasToString(to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://cdn.example/x", "http://127.0.0.1.example/x", "http://10.0.0.1/x"})
    void doesNotLeaveHttps(String location) {
        assertThatThrownBy(() -> new Redirects("hub").next(FROM, Optional.of(location)))
                .isInstanceOf(DownloadFailure.class)
                .hasMessageContaining("from https to http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ht tp://x", "mailto:a@b"})
    void goesNowhereElse(String location) {
        assertThatThrownBy(() -> new Redirects("hub").next(FROM, Optional.of(location)))
                .hasMessageContaining("on to nowhere");
    }

    @Test
    void followsFiveAndNoMore() {
        Redirects redirects = new Redirects("hub");
        for (int hop = 0; hop < 5; hop++) {
            redirects.next(FROM, Optional.of("/next"));
        }

        assertThatThrownBy(() -> redirects.next(FROM, Optional.of("/next"))).hasMessageContaining("on and on");
        assertThatThrownBy(() -> new Redirects("hub").next(FROM, Optional.empty()))
                .hasMessageContaining("on to nowhere");
    }
}
