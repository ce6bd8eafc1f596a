package tokenwalk.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenLabelTest {
    @Test
    void invisibleCharactersGetSignsOfTheirOwn() {
        TokenLabel label = TokenLabel.text(" a b\n\t");
        assertThat(label.plain()).isEqualTo("␣a␣b↵⇥");
        assertThat(label.text()).isEqualTo(" a b\n\t");
        assertThat(label.runs()).extracting(TokenLabel.Run::sign).containsExactly(true, false, true, false, true);
    }

    @Test
    void controlCharactersAreShownAsTheirNumber() {
        assertThat(TokenLabel.text("\r").plain()).isEqualTo("0D");
    }

    @Test
    void bytesAreHexadecimal() {
        TokenLabel label = TokenLabel.bytes(0xE6, 0x97, -1);
        assertThat(label.plain()).isEqualTo("E6 97 FF");
        assertThat(label.kind()).isEqualTo(TokenLabel.Kind.BYTES);
    }

    @Test
    void specialTokensKeepTheirName() {
        assertThat(TokenLabel.special("<|im_end|>").plain()).isEqualTo("<|im_end|>");
    }
}
