package tokenwalk.lessons.print;

import java.awt.Color;
import java.util.List;
import org.openpdf.text.Element;
import org.openpdf.text.Image;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** What a sheet is put together from: boxes to tick, lines to write on, coloured grounds. */
final class Boxes {
    private static final float TICK_SIZE = 10;
    private static final float TICK_COLUMN = 18;
    private static final float LINE_HEIGHT = 24;

    private final PdfWriter writer;

    Boxes(PdfWriter writer) {
        this.writer = writer;
    }

    /** A table without lines around its cells, as wide as its place. */
    static PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.getDefaultCell().setBorder(PdfPCell.NO_BORDER);
        return table;
    }

    /** A cell without lines or space around it. */
    static PdfPCell cell(List<? extends Element> content) {
        PdfPCell cell = new PdfPCell();
        cell.setBorder(PdfPCell.NO_BORDER);
        cell.setPadding(0);
        content.forEach(cell::addElement);
        return cell;
    }

    /** A cell with a picture in its own size. */
    static PdfPCell picture(Image image) {
        PdfPCell cell = new PdfPCell(image, false);
        cell.setBorder(PdfPCell.NO_BORDER);
        cell.setPadding(0);
        return cell;
    }

    /** Content beside a box to tick. */
    PdfPTable ticked(List<Element> content, boolean ticked, float width, Style style) {
        PdfPTable table = table(TICK_COLUMN, width - TICK_COLUMN);
        PdfPCell box = picture(tick(ticked));
        box.setPaddingTop(style.leading() - style.size() * 0.35f - TICK_SIZE * 0.65f);
        table.addCell(box);
        table.addCell(cell(content));
        table.setSpacingBefore(style.size() * 0.4f);
        return table;
    }

    /** The sign is drawn, not written: whatever reads the sheet aloud finds it as a picture with words. */
    private Image tick(boolean ticked) {
        PdfTemplate box = writer.getDirectContent().createTemplate(TICK_SIZE, TICK_SIZE);
        box.setLineWidth(1);
        box.setColorStroke(ticked ? Ink.ACCENT : Ink.TEXT);
        box.roundRectangle(0.5f, 0.5f, TICK_SIZE - 1, TICK_SIZE - 1, 1.5f);
        box.stroke();
        if (ticked) {
            box.setLineWidth(1.8f);
            box.moveTo(2.3f, 5);
            box.lineTo(4.3f, 2.7f);
            box.lineTo(7.9f, 7.4f);
            box.stroke();
        }
        Image image = Image.getInstance(box);
        image.setAlt(ticked ? "the right one" : "box to tick");
        return image;
    }

    /** Lines to write an answer on. */
    static PdfPTable lines(int count, float share, float width) {
        PdfPTable table = table(width * share, width * (1 - share) + 0.1f);
        for (int i = 0; i < count; i++) {
            PdfPCell line = cell(List.of());
            line.setBorder(PdfPCell.BOTTOM);
            line.setBorderColor(Ink.LINE);
            line.setBorderWidth(0.7f);
            line.setFixedHeight(LINE_HEIGHT);
            table.addCell(line);
            PdfPCell rest = cell(List.of());
            rest.setFixedHeight(LINE_HEIGHT);
            table.addCell(rest);
        }
        table.setSpacingAfter(4);
        return table;
    }

    /** Content on a coloured ground, with a bar of its colour at the left so that grey printers show it too. */
    static PdfPTable ground(List<Element> content, Color colour, Color bar) {
        PdfPCell cell = cell(content);
        cell.setBackgroundColor(colour);
        cell.setBorder(PdfPCell.LEFT);
        cell.setBorderColor(bar);
        cell.setBorderWidth(2);
        cell.setPadding(6);
        cell.setPaddingLeft(9);
        cell.setPaddingTop(2);
        PdfPTable table = table(1);
        table.addCell(cell);
        table.setSpacingBefore(6);
        return table;
    }
}
