package tokenwalk.lessons.print;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.openpdf.text.pdf.BaseFont;

/**
 * Letters in one font.
 *
 * @param sign whether they stand for something invisible
 * @param bytes whether they are the bytes of a character that no font has: nothing vanishes from the paper
 */
record Run(String text, BaseFont font, boolean sign, boolean bytes) {
    private static final String UNBREAKABLE_SPACE = "\u00a0";

    /** @return a text in pieces, each in the font wished for or, where that lacks a letter, in another */
    static List<Run> of(String text, BaseFont wished, SheetFonts fonts) {
        List<Run> runs = new ArrayList<>();
        text.codePoints().mapToObj(character -> of(character, wished, fonts)).forEach(next -> {
            Run run = next;
            if (!runs.isEmpty() && runs.getLast().goesOnWith(next)) {
                Run before = runs.removeLast();
                String between = next.bytes ? UNBREAKABLE_SPACE.repeat(2) : "";
                run = new Run(before.text + between + next.text, next.font, next.sign, next.bytes);
            }
            runs.add(run);
        });
        return runs;
    }

    private static Run of(int character, BaseFont wished, SheetFonts fonts) {
        String text = Character.toString(character);
        if (character == '\n') {
            return new Run(text, wished, false, false);
        }
        Optional<BaseFont> font = fonts.having(character, wished);
        return font.map(has -> new Run(text, has, TokenSigns.isSign(character), false))
                .orElseGet(() -> new Run(hex(text), fonts.mono(), false, true));
    }

    private boolean goesOnWith(Run next) {
        return font.equals(next.font) && sign == next.sign && bytes == next.bytes;
    }

    private static String hex(String character) {
        // The spaces between are those of a chip, and must not break at the line's end.
        return HexFormat.ofDelimiter(UNBREAKABLE_SPACE).withUpperCase().formatHex(character.getBytes(UTF_8));
    }
}
