package tokenwalk.runtime.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * Turns tokens into text as they come. A character may be spread over several tokens: its first bytes are held back
 * until the last one is there. Bytes that cannot be UTF-8 become U+FFFD. For one thread.
 */
public final class Utf8Stream {
    private static final int LONGEST_CHARACTER = 4;

    private final CharsetDecoder decoder = UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final byte[] held = new byte[LONGEST_CHARACTER];
    private int heldCount;

    /** @return the characters that are complete with this token */
    public String push(Token token) {
        byte[] bytes = new byte[heldCount + token.byteCount()];
        System.arraycopy(held, 0, bytes, 0, heldCount);
        token.copyTo(bytes, heldCount);
        return decode(ByteBuffer.wrap(bytes), false);
    }

    /** @return U+FFFD for a character that was left unfinished, else nothing; the stream starts anew */
    public String flush() {
        String rest = decode(ByteBuffer.wrap(held, 0, heldCount), true);
        decoder.reset();
        return rest;
    }

    private String decode(ByteBuffer bytes, boolean last) {
        CharBuffer text = CharBuffer.allocate(bytes.remaining() + 1);
        decoder.decode(bytes, text, last);
        heldCount = bytes.remaining();
        bytes.get(held, 0, heldCount);
        return text.flip().toString();
    }
}
