package tokenwalk.lessons.print;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** Below each page: what it belongs to, and «2 of 5». */
final class RunningLines extends PdfPageEventHelper {
    private static final float SIZE = 8.5f;
    private static final float BELOW = 22;

    private final Typesetter typesetter;
    private final String title;
    private final int pages;

    /** @param pages how many there are; not known before they were laid out once */
    RunningLines(Typesetter typesetter, String title, int pages) {
        this.typesetter = typesetter;
        this.title = title;
        this.pages = pages;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte canvas = writer.getDirectContent();
        float y = document.bottom() - BELOW;
        canvas.saveState();
        canvas.setColorStroke(Ink.LINE);
        canvas.setLineWidth(0.5f);
        canvas.moveTo(document.left(), y + 12);
        canvas.lineTo(document.right(), y + 12);
        canvas.stroke();
        canvas.restoreState();
        Style style = Style.of(SIZE).in(Ink.MUTED);
        Phrase number = typesetter.words(writer.getPageNumber() + " of " + pages, style);
        ColumnText.showTextAligned(canvas, Element.ALIGN_LEFT, typesetter.words(title, style), document.left(), y, 0);
        ColumnText.showTextAligned(canvas, Element.ALIGN_RIGHT, number, document.right(), y, 0);
    }
}
