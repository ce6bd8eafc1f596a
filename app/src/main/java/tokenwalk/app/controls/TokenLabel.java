package tokenwalk.app.controls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a token is written: what is invisible gets a sign, what is part of a character is shown as bytes.
 *
 * @param kind what the token is
 * @param text the token's own text, {@code " Paris"}; for bytes their hexadecimal form
 * @param runs what is drawn, in order
 */
public record TokenLabel(Kind kind, String text, List<Run> runs) {
    /** What a token is. */
    public enum Kind {
        TEXT,
        SPECIAL,
        BYTES
    }

    /**
     * A piece drawn in one font.
     *
     * @param text what is drawn
     * @param sign whether it stands for something invisible
     */
    public record Run(String text, boolean sign) {}

    public TokenLabel {
        runs = List.copyOf(runs);
    }

    /** @return the label of a token that is whole text */
    public static TokenLabel text(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder letters = new StringBuilder();
        StringBuilder signs = new StringBuilder();
        text.codePoints().forEach(c -> {
            String sign = sign(c);
            if (sign.isEmpty()) {
                flush(signs, true, runs);
                letters.appendCodePoint(c);
            } else {
                flush(letters, false, runs);
                signs.append(sign);
            }
        });
        flush(letters, false, runs);
        flush(signs, true, runs);
        return new TokenLabel(Kind.TEXT, text, runs);
    }

    /** @return the label of a token that is never text, {@code <|im_end|>} */
    public static TokenLabel special(String name) {
        return new TokenLabel(Kind.SPECIAL, name, List.of(new Run(name, false)));
    }

    /** @return the label of a token that holds part of a character, {@code E6 97} */
    public static TokenLabel bytes(int... bytes) {
        String hex = Arrays.stream(bytes)
                .mapToObj(b -> String.format("%02X", b & 0xFF))
                .collect(Collectors.joining(" "));
        return new TokenLabel(Kind.BYTES, hex, List.of(new Run(hex, false)));
    }

    /** @return what is drawn as one string, {@code "␣Paris"} */
    public String plain() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    private static void flush(StringBuilder from, boolean sign, List<Run> to) {
        if (!from.isEmpty()) {
            to.add(new Run(from.toString(), sign));
            from.setLength(0);
        }
    }

    /** @return the sign for an invisible character, or nothing for one that can be seen */
    private static String sign(int codePoint) {
        return switch (codePoint) {
            case ' ' -> "␣";
            case '\n' -> "↵";
            case '\t' -> "⇥";
            default -> Character.isISOControl(codePoint) ? String.format("%02X", codePoint) : "";
        };
    }
}
