package tokenwalk.lessons.print;

import tokenwalk.lessons.fact.VisibleText;

/** How pieces of text are written on paper: what is invisible at their ends gets its sign. */
final class TokenSigns {
    static final String SPACE = "␣";
    static final String LINE_END = "↵";
    static final String TAB = "⇥";

    private TokenSigns() {}

    /** @return a piece of text, of which spaces at both ends are signs and those within stay as they are */
    static String ofPiece(String text) {
        String inside = text.strip();
        if (inside.isEmpty()) {
            return VisibleText.of(text);
        }
        int start = text.indexOf(inside);
        return VisibleText.of(text.substring(0, start))
                + inside.replace("\n", LINE_END).replace("\t", TAB)
                + VisibleText.of(text.substring(start + inside.length()));
    }

    static boolean isSign(int character) {
        return (SPACE + LINE_END + TAB).indexOf(character) >= 0;
    }
}
