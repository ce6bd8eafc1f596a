package tokenwalk.lessons.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Function;
import org.openpdf.text.pdf.PdfReader;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.reading.LessonReadings;

/** A lesson on paper: what the class gets, and what the teacher keeps. All numbers come from the model that read it. */
public final class LessonSheets {
    private static final float SIDE = 52;
    private static final float TOP_AND_BOTTOM = 54;

    private final Paper paper;
    private final Function<String, Optional<byte[]>> pictures;

    /** @param pictures finds the lesson's pictures by their names */
    public LessonSheets(Paper paper, Function<String, Optional<byte[]>> pictures) {
        this.paper = paper;
        this.pictures = pictures;
    }

    /**
     * Writes a PDF of a lesson's text and questions, with room to answer.
     *
     * @throws tokenwalk.lessons.fact.FactException if a number of the lesson has no value for this model
     */
    public void writeWorksheet(Lesson lesson, LessonReadings readings, OutputStream out) throws IOException {
        write(lesson, readings, false, out);
    }

    /** Writes a PDF of the same, the same numbers before the questions, with the answers and the teacher's notes. */
    public void writeKey(Lesson lesson, LessonReadings readings, OutputStream out) throws IOException {
        write(lesson, readings, true, out);
    }

    private void write(Lesson lesson, LessonReadings readings, boolean key, OutputStream out) throws IOException {
        // Twice: how many pages there are is known when they are laid out.
        int pages;
        try (PdfReader draft = new PdfReader(laidOut(lesson, readings, key, 0))) {
            pages = draft.getNumberOfPages();
        }
        out.write(laidOut(lesson, readings, key, pages));
    }

    /** A title's pieces of text without the signs of their chips: it is read as a sentence. */
    private static String title(Lesson lesson, LessonReadings readings) {
        return Computed.of(lesson.about().title(), readings.atBeginning())
                .plainText()
                .replace(TokenSigns.SPACE, " ")
                .replaceAll("  +", " ")
                .strip();
    }

    private byte[] laidOut(Lesson lesson, LessonReadings readings, boolean key, int pages) throws IOException {
        Typesetter typesetter = new Typesetter(SheetFonts.load(), pictures);
        PdfSheets.Layout layout = PdfSheets.Layout.margins(paper.sheet(), SIDE, TOP_AND_BOTTOM);
        float width = paper.sheet().getWidth() - 2 * SIDE;
        String title = title(lesson, readings) + (key ? " · key" : " · worksheet");
        RunningLines around = new RunningLines(typesetter, title, pages);
        return PdfSheets.of(layout, title, around, (document, writer) -> {
            LessonPage page = new LessonPage(lesson, readings, key, typesetter, new Boxes(writer), width);
            page.parts().forEach(document::add);
        });
    }
}
