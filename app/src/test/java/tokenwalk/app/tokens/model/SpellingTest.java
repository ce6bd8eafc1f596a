package tokenwalk.app.tokens.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tokenwalk.app.tokens.model.Spelling.Glyph;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.token.TokenKind;

class SpellingTest {
    private static Token token(int id, int... bytes) {
        byte[] raw = new byte[bytes.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) bytes[i];
        }
        return Token.of(id, TokenKind.NORMAL, raw);
    }

    @Test
    void aTokenOfWholeCharactersStandsByItself() {
        List<Spelling> spellings = Spelling.of(List.of(token(0, 'a'), token(1, ' ', 0xC3, 0xA9)));
        assertThat(spellings).hasSize(2);
        assertThat(spellings.get(1).glyphs()).containsExactly(new Glyph(" ", 1), new Glyph("é", 2));
        assertThat(spellings.get(1).firstPosition()).isEqualTo(1);
    }

    @Test
    void aCharacterSplitOverTokensKeepsThemTogether() {
        List<Spelling> spellings =
                Spelling.of(List.of(token(0, 'a'), token(1, 0xE6, 0x97), token(2, 0xA5), token(3, 'b')));
        assertThat(spellings).hasSize(3);
        assertThat(spellings.get(1).tokens()).hasSize(2);
        assertThat(spellings.get(1).glyphs()).containsExactly(new Glyph("日", 3));
        assertThat(spellings.get(1).bytes()).containsExactly(0xE6, 0x97, 0xA5);
        assertThat(spellings.get(1).holds(2)).isTrue();
        assertThat(spellings.get(2).firstPosition()).isEqualTo(3);
    }

    @Test
    void bytesThatAreNoCharacterAreNotShownAsOne() {
        List<Spelling> spellings = Spelling.of(List.of(token(0, 0x97), token(1, 'b')));
        assertThat(spellings.getFirst().glyphs()).containsExactly(new Glyph("", 1));
        assertThat(spellings.get(1).glyphs()).containsExactly(new Glyph("b", 1));
    }
}
