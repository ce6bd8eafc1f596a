package tokenwalk.lessons.fact;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.token.TokenKind;

/** How tokens are written so that nothing of them is invisible, as on the chips. */
public final class VisibleText {
    private VisibleText() {}

    /** @return {@code ␣Paris}; a special token's name; part of a character as bytes, {@code E6 97} */
    public static String of(Token token) {
        if (token.kind() == TokenKind.SPECIAL) {
            return token.text();
        }
        return token.isWholeText()
                ? of(token.text())
                : IntStream.range(0, token.byteCount())
                        .mapToObj(i -> String.format("%02X", token.byteAt(i)))
                        .collect(Collectors.joining(" "));
    }

    /** @return the text with a sign for each space, line break, tab and control character */
    public static String of(String text) {
        return text.codePoints().mapToObj(VisibleText::sign).collect(Collectors.joining());
    }

    private static String sign(int codePoint) {
        return switch (codePoint) {
            case ' ' -> "␣";
            case '\n' -> "↵";
            case '\t' -> "⇥";
            default ->
                Character.isISOControl(codePoint) ? String.format("%02X", codePoint) : Character.toString(codePoint);
        };
    }
}
