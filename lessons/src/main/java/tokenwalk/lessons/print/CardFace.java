package tokenwalk.lessons.print;

import java.io.IOException;
import java.util.List;
import org.openpdf.text.Element;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import tokenwalk.lessons.prose.Prose;

/** Sets prose in the middle of a card's face, as large as it fits. */
final class CardFace {
    private static final float STEP = 0.5f;
    /** How much smaller than a question an answer is at most written. */
    private static final float ANSWER = 0.85f;

    private final Typesetter typesetter;
    private final float largest;
    private final float smallest;

    /**
     * @param largest size of the letters, in points
     * @param smallest which can still be read; what does not fit then is refused, never cut
     */
    CardFace(Typesetter typesetter, float largest, float smallest) {
        this.typesetter = typesetter;
        this.largest = largest;
        this.smallest = smallest;
    }

    /**
     * @param question a few strong words in the middle; an answer is read line by line
     * @throws IOException if it does not fit
     */
    void draw(Prose prose, boolean question, Rectangle place, PdfContentByte canvas) throws IOException {
        for (float size = question ? largest : largest * ANSWER; size >= smallest; size -= STEP) {
            Style style = question ? Style.of(size).bold().middle() : Style.of(size);
            ColumnText trial = column(prose, style, place, 0, canvas);
            if (!ColumnText.hasMoreText(trial.go(true)) && trial.getYLine() >= place.getBottom()) {
                float unused = trial.getYLine() - place.getBottom();
                column(prose, style, place, unused / 2, canvas).go();
                return;
            }
        }
        throw new IOException(
                "does not fit on it even in letters of " + smallest + " points. Shorten it, or print one card a page.");
    }

    private ColumnText column(Prose prose, Style style, Rectangle place, float lower, PdfContentByte canvas) {
        ColumnText column = new ColumnText(canvas);
        column.setSimpleColumn(place.getLeft(), place.getBottom() - 2, place.getRight(), place.getTop() - lower);
        List<Element> blocks = typesetter.blocks(prose, style);
        blocks.forEach(column::addElement);
        return column;
    }
}
