package tokenwalk.lessons.print;

import org.openpdf.text.Rectangle;

/** The sheets in the printer. Made of numbers alone: whoever names a paper does not load the PDF library. */
public enum Paper {
    A4(595, 842),
    LETTER(612, 792);

    private final float width;
    private final float height;

    /** In points, upright. */
    Paper(float width, float height) {
        this.width = width;
        this.height = height;
    }

    Rectangle sheet() {
        return new Rectangle(width, height);
    }

    /** @return half a sheet, lying: a card that one can hold up */
    Rectangle half() {
        return new Rectangle(width, height / 2);
    }
}
