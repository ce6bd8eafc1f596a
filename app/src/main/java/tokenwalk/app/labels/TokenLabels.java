package tokenwalk.app.labels;

import java.util.stream.IntStream;
import tokenwalk.app.controls.TokenLabel;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.token.TokenKind;

/** How the runtime's tokens are written. */
public final class TokenLabels {
    private TokenLabels() {}

    public static TokenLabel of(Token token) {
        if (token.kind() == TokenKind.SPECIAL) {
            return TokenLabel.special(token.text());
        }
        if (token.isWholeText()) {
            return TokenLabel.text(token.text());
        }
        return TokenLabel.bytes(
                IntStream.range(0, token.byteCount()).map(token::byteAt).toArray());
    }
}
