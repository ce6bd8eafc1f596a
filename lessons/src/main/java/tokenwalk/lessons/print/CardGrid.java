package tokenwalk.lessons.print;

import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;

/** Where eight cards lie on a sheet, and the lines along which they are cut. */
final class CardGrid {
    static final int COLUMNS = 2;
    static final int ROWS = 4;
    static final int CARDS = COLUMNS * ROWS;

    /** What printers leave white anyway. The same on all sides: fronts and backs lie on each other. */
    static final float MARGIN = 30;

    private static final float CROSS = 5;

    private final float width;
    private final float height;
    private final Rectangle sheet;

    CardGrid(Rectangle sheet) {
        this.sheet = sheet;
        this.width = (sheet.getWidth() - 2 * MARGIN) / COLUMNS;
        this.height = (sheet.getHeight() - 2 * MARGIN) / ROWS;
    }

    /** @return the place of a question, row by row from the left */
    Rectangle front(int index) {
        return at(index / COLUMNS, index % COLUMNS);
    }

    /** @return the place of its answer: from the right, since the sheet is turned over on its long edge */
    Rectangle back(int index) {
        return at(index / COLUMNS, COLUMNS - 1 - index % COLUMNS);
    }

    private Rectangle at(int row, int column) {
        float left = MARGIN + column * width;
        float top = sheet.getHeight() - MARGIN - row * height;
        return new Rectangle(left, top - height, left + width, top);
    }

    void drawCuts(PdfContentByte canvas) {
        canvas.saveState();
        canvas.setColorStroke(Ink.LINE);
        canvas.setLineWidth(0.5f);
        canvas.setLineDash(4, 3, 0);
        for (int column = 0; column <= COLUMNS; column++) {
            line(canvas, x(column), MARGIN, x(column), sheet.getHeight() - MARGIN);
        }
        for (int row = 0; row <= ROWS; row++) {
            line(canvas, MARGIN, y(row), sheet.getWidth() - MARGIN, y(row));
        }
        canvas.setLineDash(0);
        canvas.setColorStroke(Ink.TEXT);
        for (int column = 0; column <= COLUMNS; column++) {
            for (int row = 0; row <= ROWS; row++) {
                line(canvas, x(column) - CROSS, y(row), x(column) + CROSS, y(row));
                line(canvas, x(column), y(row) - CROSS, x(column), y(row) + CROSS);
            }
        }
        canvas.restoreState();
    }

    private float x(int column) {
        return MARGIN + column * width;
    }

    private float y(int row) {
        return MARGIN + row * height;
    }

    private static void line(PdfContentByte canvas, float x, float y, float toX, float toY) {
        canvas.moveTo(x, y);
        canvas.lineTo(toX, toY);
        canvas.stroke();
    }
}
