package tokenwalk.lessons.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;
import tokenwalk.lessons.fact.FactException;
import tokenwalk.lessons.fact.LiveFacts;
import tokenwalk.lessons.practice.Flashcard;
import tokenwalk.lessons.prose.Prose;
import tokenwalk.lessons.reading.CardReadings;
import tokenwalk.runtime.model.LanguageModel;

/**
 * Flashcards on paper. One a page: each question is followed by its answer, half a sheet each. Eight a page: questions on
 * odd pages, answers on even ones, in mirrored columns, so that printed on both sides and turned over on the long edge
 * each answer lies behind its question.
 */
public final class FlashcardSheets {
    private static final String TITLE = "Tokenwalk flashcards";
    private static final String HOW_TO_PRINT =
            "print on both sides at 100 %, flip on the long edge, cut along the dashed lines";
    private static final float SMALL = 7.5f;

    private final Paper paper;
    private final boolean oneAPage;

    private FlashcardSheets(Paper paper, boolean oneAPage) {
        this.paper = paper;
        this.oneAPage = oneAPage;
    }

    public static FlashcardSheets oneAPage(Paper paper) {
        return new FlashcardSheets(paper, true);
    }

    public static FlashcardSheets eightAPage(Paper paper) {
        return new FlashcardSheets(paper, false);
    }

    /** A card with its facts computed. */
    private record Face(String id, int number, Prose question, Prose answer) {}

    /**
     * Writes a PDF of the cards in their order.
     *
     * @throws FactException if a number on a card has no value for this model
     * @throws IOException if a text is too long for its card, the message names it; or if the PDF cannot be written
     */
    public void write(List<Flashcard> cards, CardReadings readings, OutputStream out) throws IOException {
        if (cards.isEmpty()) {
            throw new IOException("There are no flashcards to print.");
        }
        List<Face> faces = new ArrayList<>();
        for (Flashcard card : cards) {
            faces.add(computed(card, faces.size() + 1, readings));
        }
        String source = source(cards, readings);
        Typesetter typesetter = new Typesetter(SheetFonts.load(), _ -> Optional.empty());
        Rectangle page = oneAPage ? paper.half() : paper.sheet();
        out.write(PdfSheets.of(PdfSheets.Layout.margins(page, 0, 0), TITLE, (document, writer) -> {
            if (oneAPage) {
                single(faces, source, typesetter, document, writer);
            } else {
                sheets(faces, source, typesetter, document, writer);
            }
        }));
    }

    /** What answers call the text on screen, told as paper has no screen; and who computed their numbers. */
    private static String source(List<Flashcard> cards, CardReadings readings) {
        LanguageModel model = readings.in(Optional.empty()).text().model();
        List<String> texts = cards.stream()
                .map(card -> ReadWords.of(readings.in(card.shows()).text()))
                .distinct()
                .toList();
        String numbers =
                "All numbers were computed by the model " + model.facts().name();
        return texts.size() == 1 ? numbers + "; the text on screen is «" + texts.getFirst() + "»" : numbers;
    }

    private static Face computed(Flashcard card, int number, CardReadings readings) {
        try {
            LiveFacts facts = readings.in(card.shows());
            return new Face(card.id(), number, Computed.of(card.question(), facts), Computed.of(card.answer(), facts));
        } catch (FactException e) {
            throw new FactException("The card «%s»: %s".formatted(card.id(), e.getMessage()));
        }
    }

    private void single(List<Face> faces, String source, Typesetter typesetter, Document document, PdfWriter writer)
            throws IOException {
        CardFace setter = new CardFace(typesetter, 26, 10);
        PdfContentByte canvas = writer.getDirectContent();
        for (Face face : faces) {
            for (boolean question : new boolean[] {true, false}) {
                document.newPage();
                Rectangle card = document.getPageSize();
                String words = "%s · %d of %d".formatted(question ? "Question" : "Answer", face.number, faces.size());
                corner(words, card, 28, typesetter, canvas);
                if (!question) {
                    line(source, 22, typesetter, canvas);
                }
                draw(setter, face, question, inside(card, 56, 52), canvas);
            }
        }
    }

    private void sheets(List<Face> faces, String source, Typesetter typesetter, Document document, PdfWriter writer)
            throws IOException {
        CardFace setter = new CardFace(typesetter, 14, 7);
        CardGrid grid = new CardGrid(paper.sheet());
        PdfContentByte canvas = writer.getDirectContent();
        for (int first = 0; first < faces.size(); first += CardGrid.CARDS) {
            List<Face> sheet = faces.subList(first, Math.min(faces.size(), first + CardGrid.CARDS));
            for (boolean question : new boolean[] {true, false}) {
                document.newPage();
                grid.drawCuts(canvas);
                String range = sheet.getFirst().number + "–" + sheet.getLast().number;
                line((question ? "Questions " : "Answers ") + range + " · " + HOW_TO_PRINT, 14, typesetter, canvas);
                if (!question) {
                    line(source, paper.sheet().getHeight() - 19, typesetter, canvas);
                }
                for (int i = 0; i < sheet.size(); i++) {
                    Rectangle card = question ? grid.front(i) : grid.back(i);
                    corner((question ? "Question " : "Answer ") + sheet.get(i).number, card, 12, typesetter, canvas);
                    draw(setter, sheet.get(i), question, inside(card, 16, 24), canvas);
                }
            }
        }
    }

    private static void draw(CardFace setter, Face face, boolean question, Rectangle place, PdfContentByte canvas)
            throws IOException {
        try {
            setter.draw(question ? face.question : face.answer, question, place, canvas);
        } catch (IOException e) {
            String side = question ? "question" : "answer";
            throw new IOException("The %s of the card «%s» %s".formatted(side, face.id, e.getMessage()), e);
        }
    }

    private static Rectangle inside(Rectangle card, float side, float above) {
        return new Rectangle(
                card.getLeft() + side, card.getBottom() + above, card.getRight() - side, card.getTop() - above);
    }

    /** A card's number, on both of its sides: one sees that they belong together. */
    private static void corner(String words, Rectangle card, float away, Typesetter typesetter, PdfContentByte canvas) {
        Style style = Style.of(SMALL).in(Ink.MUTED);
        ColumnText.showTextAligned(
                canvas,
                Element.ALIGN_LEFT,
                typesetter.words(words, style),
                card.getLeft() + away,
                card.getTop() - away - SMALL / 2,
                0);
    }

    /** A small line in the middle of a margin, smaller if it is long. */
    private void line(String words, float y, Typesetter typesetter, PdfContentByte canvas) {
        float width = paper.sheet().getWidth();
        Style style = Style.of(SMALL).in(Ink.MUTED);
        float asked = ColumnText.getWidth(typesetter.words(words, style));
        float size = SMALL * Math.min(1, (width - 2 * CardGrid.MARGIN) / asked);
        Phrase line = typesetter.words(words, Style.of(size).in(Ink.MUTED));
        ColumnText.showTextAligned(canvas, Element.ALIGN_CENTER, line, width / 2, y, 0);
    }
}
