package tokenwalk.app.tokens.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tokenwalk.runtime.token.Token;

/**
 * Some tokens that together hold whole characters: one token nearly always, more where a character is split over them.
 *
 * @param firstPosition of the first token in the text
 * @param glyphs the characters in order; all their bytes are the tokens' bytes
 */
public record Spelling(int firstPosition, List<Token> tokens, List<Glyph> glyphs) {
    /**
     * A character.
     *
     * @param text the character; empty for bytes that are none
     * @param byteCount how many bytes it takes in UTF-8
     */
    public record Glyph(String text, int byteCount) {}

    /** A character of UTF-8 is four bytes at most, so it is never spread over more tokens. */
    private static final int MOST_TOKENS = 4;

    public Spelling {
        tokens = List.copyOf(tokens);
        glyphs = List.copyOf(glyphs);
    }

    /** @return the bytes of all tokens, each 0…255 */
    public List<Integer> bytes() {
        return bytes(tokens);
    }

    public boolean holds(int position) {
        return position >= firstPosition && position < firstPosition + tokens.size();
    }

    /** @return a text's tokens in groups of whole characters; a token that belongs to none stands by itself */
    public static List<Spelling> of(List<Token> text) {
        List<Spelling> spellings = new ArrayList<>();
        int at = 0;
        while (at < text.size()) {
            Spelling next = next(text, at);
            spellings.add(next);
            at += next.tokens().size();
        }
        return spellings;
    }

    private static Spelling next(List<Token> text, int at) {
        for (int count = 1; count <= MOST_TOKENS && at + count <= text.size(); count++) {
            List<Token> tokens = text.subList(at, at + count);
            Optional<String> characters = decoded(bytes(tokens));
            if (characters.isPresent()) {
                return new Spelling(at, tokens, glyphs(characters.get()));
            }
        }
        Token stray = text.get(at);
        return new Spelling(at, List.of(stray), List.of(new Glyph("", stray.byteCount())));
    }

    private static List<Integer> bytes(List<Token> tokens) {
        List<Integer> bytes = new ArrayList<>();
        for (Token token : tokens) {
            for (int i = 0; i < token.byteCount(); i++) {
                bytes.add(token.byteAt(i));
            }
        }
        return bytes;
    }

    private static Optional<String> decoded(List<Integer> bytes) {
        byte[] raw = new byte[bytes.size()];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = bytes.get(i).byteValue();
        }
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static List<Glyph> glyphs(String characters) {
        return characters
                .codePoints()
                .mapToObj(Character::toString)
                .map(character -> new Glyph(character, character.getBytes(UTF_8).length))
                .toList();
    }
}
