package tokenwalk.runtime.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VocabularyTest {
    private final Vocabulary vocabulary = GoldenTokenizers.SMOLLM2.vocabulary();

    @Test
    void aTokenIsFoundByItsTextLeadingSpaceIncluded() {
        Token paris = vocabulary.find(" Paris").orElseThrow();
        assertThat(paris.text()).isEqualTo(" Paris");
        assertThat(vocabulary.token(paris.id())).isSameAs(paris);
        assertThat(vocabulary.find("no such token anywhere")).isEmpty();
    }

    @Test
    void specialTokensAreKnownById() {
        assertThat(vocabulary.size()).isEqualTo(49_152);
        assertThat(vocabulary.specials()).hasSize(17);
        assertThat(vocabulary.token(2).text()).isEqualTo("<|im_end|>");
    }

    @Test
    void anIdOutsideIsRefusedWithTheSize() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vocabulary.token(49_152))
                .withMessage("There is no token 49152: the vocabulary has 49152 tokens, 0 to 49151.");
        assertThatIllegalArgumentException().isThrownBy(() -> vocabulary.token(-1));
    }

    @Test
    void aTokenThatBreaksACharacterSaysSo() {
        Token half = Token.of(5, TokenKind.NORMAL, new byte[] {(byte) 0xE6, (byte) 0x9D});
        assertThat(half.isWholeText()).isFalse();
        assertThat(half.text()).isEqualTo("\uFFFD");
        assertThat(half.byteAt(0)).isEqualTo(0xE6);
        assertThat(Token.of(6, TokenKind.NORMAL, "\uFFFD").isWholeText()).isTrue();
        assertThatThrownBy(() -> half.byteAt(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void bytesGivenToATokenAreCopied() {
        byte[] bytes = {'a'};
        Token token = Token.of(0, TokenKind.NORMAL, bytes);
        bytes[0] = 'b';
        assertThat(token.text()).isEqualTo("a");
        assertThat(token.byteAt(0)).isEqualTo('a');
    }
}
