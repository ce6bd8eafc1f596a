package tokenwalk.lessons.print;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPageEvent;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** A PDF that is the same, byte for byte, whenever the same is printed: no date, no random name in it. */
final class PdfSheets {
    private static final String DATE = "D:20260101000000Z";

    private PdfSheets() {}

    /** The look of a document's pages. */
    record Layout(Rectangle page, float left, float top, float right, float bottom) {
        static Layout margins(Rectangle page, float side, float topAndBottom) {
            return new Layout(page, side, topAndBottom, side, topAndBottom);
        }
    }

    /** What is on the pages. */
    @FunctionalInterface
    interface Content {
        void add(Document document, PdfWriter writer) throws IOException;
    }

    static byte[] of(Layout layout, String title, Content content) throws IOException {
        return of(layout, title, new PdfPageEventHelper(), content);
    }

    /** @param around what stands around the content of each page */
    static byte[] of(Layout layout, String title, PdfPageEvent around, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(layout.page(), layout.left(), layout.right(), layout.top(), layout.bottom());
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        writer.setPageEvent(around);
        document.addTitle(title);
        document.addCreator("Tokenwalk");
        document.open();
        content.add(document, writer);
        PdfDictionary info = writer.getInfo();
        info.put(PdfName.CREATIONDATE, new PdfString(DATE));
        byte[] id = idOf(title);
        info.put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
        document.close();
        return bytes.toByteArray();
    }

    private static byte[] idOf(String title) {
        UUID id = UUID.nameUUIDFromBytes(title.getBytes(UTF_8));
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
