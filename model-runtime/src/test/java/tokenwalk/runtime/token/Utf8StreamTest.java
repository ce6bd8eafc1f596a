package tokenwalk.runtime.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8StreamTest {
    private final Utf8Stream stream = new Utf8Stream();

    @Test
    void aCharacterIsHeldBackUntilItsLastByte() {
        byte[] smile = "🙂".getBytes(UTF_8);
        assertThat(stream.push(bytes('a', smile[0]))).isEqualTo("a");
        assertThat(stream.push(bytes(smile[1], smile[2]))).isEmpty();
        assertThat(stream.push(bytes(smile[3], 'b'))).isEqualTo("🙂b");
        assertThat(stream.flush()).isEmpty();
    }

    @Test
    void anUnfinishedCharacterIsReplacedAtTheEnd() {
        assertThat(stream.push(bytes('a', 0xE6, 0x9D))).isEqualTo("a");
        assertThat(stream.flush()).isEqualTo("\uFFFD");
        assertThat(stream.push(bytes('b'))).isEqualTo("b");
    }

    @Test
    void anyBytesGiveTheTextOfAllTogether() {
        Random random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            byte[] all = new byte[12];
            random.nextBytes(all);
            StringBuilder text = new StringBuilder();
            for (byte one : all) {
                text.append(stream.push(bytes(one)));
            }
            assertThat(text.append(stream.flush()).toString()).isEqualTo(new String(all, UTF_8));
        }
    }

    private static Token bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return Token.of(0, TokenKind.NORMAL, bytes);
    }
}
