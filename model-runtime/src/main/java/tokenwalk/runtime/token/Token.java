package tokenwalk.runtime.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Objects;

/** One entry of a vocabulary: an id and the bytes it stands for. Immutable. */
public final class Token {
    private final int id;
    private final TokenKind kind;
    private final byte[] bytes;
    private final String text;
    private final boolean wholeText;

    private Token(int id, TokenKind kind, byte[] bytes) {
        if (id < 0) {
            throw new IllegalArgumentException("A token's id cannot be negative: " + id);
        }
        this.id = id;
        this.kind = kind;
        this.bytes = bytes;
        this.text = new String(bytes, UTF_8);
        this.wholeText = Arrays.equals(text.getBytes(UTF_8), bytes);
    }

    /** A token of some bytes, which are copied and may break a character in the middle. */
    public static Token of(int id, TokenKind kind, byte[] bytes) {
        return new Token(id, kind, bytes.clone());
    }

    /** A token of whole characters. */
    public static Token of(int id, TokenKind kind, String text) {
        return new Token(id, kind, text.getBytes(UTF_8));
    }

    public int id() {
        return id;
    }

    public TokenKind kind() {
        return kind;
    }

    /** @return the bytes as UTF-8; what is not well-formed becomes U+FFFD; a special token's own literal */
    public String text() {
        return text;
    }

    /** @return whether the bytes are well-formed UTF-8 by themselves, so that {@link #text} loses nothing */
    public boolean isWholeText() {
        return wholeText;
    }

    public int byteCount() {
        return bytes.length;
    }

    /** @return one byte, 0…255; throws {@link IndexOutOfBoundsException} outside the token */
    public int byteAt(int index) {
        return Byte.toUnsignedInt(bytes[Objects.checkIndex(index, bytes.length)]);
    }

    /** Copies all bytes to {@code target[at…]}. */
    void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, bytes.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Token token
                && token.id == id
                && token.kind == kind
                && Arrays.equals(token.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return 31 * id + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return id + " «" + text + "»";
    }
}
