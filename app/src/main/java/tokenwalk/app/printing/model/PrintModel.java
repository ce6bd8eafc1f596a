package tokenwalk.app.printing.model;

import java.awt.Desktop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.background.Background;
import tokenwalk.app.background.Lane;
import tokenwalk.app.session.SessionModel;
import tokenwalk.lessons.file.LessonChecker;
import tokenwalk.lessons.file.LessonPack;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.practice.Flashcards;
import tokenwalk.lessons.print.FlashcardSheets;
import tokenwalk.lessons.print.LessonSheets;
import tokenwalk.lessons.print.Paper;
import tokenwalk.lessons.reading.CardReadings;
import tokenwalk.lessons.reading.LessonReadings;
import tokenwalk.lessons.reading.TextReader;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.weights.WholeFile;

/** Writes PDFs with the open model's numbers, in the background. */
public final class PrintModel {
    private static final String PDF = ".pdf";
    /** Where printers hold letter paper; A4 is the world's. */
    private static final Set<String> LETTER_COUNTRIES = Set.of("US", "CA", "MX", "PH", "CL", "CO", "VE");

    private final SessionModel session;
    private final Lane prints;
    private final Lane shows;
    private final ObjectProperty<Paper> paper = new SimpleObjectProperty<>(this, "paper", usualPaper());
    private final ReadOnlyObjectWrapper<Printed> printed =
            new ReadOnlyObjectWrapper<>(this, "printed", new Printed.Nothing());

    public PrintModel(SessionModel session, Background background) {
        this.session = session;
        this.prints = new Lane(background);
        this.shows = new Lane(background);
    }

    /** What the printer holds. */
    public ObjectProperty<Paper> paperProperty() {
        return paper;
    }

    public ReadOnlyObjectProperty<Printed> printedProperty() {
        return printed.getReadOnlyProperty();
    }

    /** Writes the flashcards, one or eight a page. */
    public void printFlashcards(boolean oneAPage, Path file) {
        FlashcardSheets sheets =
                oneAPage ? FlashcardSheets.oneAPage(paper.get()) : FlashcardSheets.eightAPage(paper.get());
        String open = session.promptProperty().get();
        print(file, (reader, out) -> sheets.write(Flashcards.bundled(), new CardReadings(reader, open), out));
    }

    /** @param pack where the lesson's pictures are */
    public void printWorksheet(Lesson lesson, LessonPack pack, Path file) {
        LessonSheets sheets = new LessonSheets(paper.get(), pack::picture);
        String open = session.promptProperty().get();
        print(file, (reader, out) -> sheets.writeWorksheet(lesson, readings(lesson, reader, open), out));
    }

    /** @param pack where the lesson's pictures are */
    public void printKey(Lesson lesson, LessonPack pack, Path file) {
        LessonSheets sheets = new LessonSheets(paper.get(), pack::picture);
        String open = session.promptProperty().get();
        print(file, (reader, out) -> sheets.writeKey(lesson, readings(lesson, reader, open), out));
    }

    private static LessonReadings readings(Lesson lesson, TextReader reader, String open) throws IOException {
        Optional<String> lack = LessonChecker.unmet(lesson.requires(), reader.model());
        if (lack.isPresent()) {
            throw new IOException(lack.orElseThrow());
        }
        return LessonReadings.of(lesson, reader, open);
    }

    /** What is on the paper. */
    @FunctionalInterface
    private interface Sheets {
        void write(TextReader reader, ByteArrayOutputStream out) throws IOException;
    }

    private void print(Path chosen, Sheets sheets) {
        LanguageModel model = session.modelProperty().get();
        if (model == null) {
            printed.set(new Printed.Failed("No model is open yet, and the numbers come from it. Wait a moment."));
            return;
        }
        Path file = named(chosen);
        printed.set(new Printed.UnderWay(file));
        prints.run(
                () -> {
                    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
                    sheets.write(new TextReader(model), pdf);
                    WholeFile.write(file, pdf::writeTo);
                    return file;
                },
                done -> printed.set(new Printed.Done(done)),
                failure -> printed.set(new Printed.Failed("Not printed: " + messageOf(failure))));
    }

    /** Opens what was written in the program that the system has for it. */
    public void show() {
        if (printed.get() instanceof Printed.Done(Path file)) {
            shows.run(
                    () -> {
                        if (!Desktop.isDesktopSupported()) {
                            throw new IOException("no program for PDFs is known here");
                        }
                        Desktop.getDesktop().open(file.toFile());
                        return file;
                    },
                    _ -> {},
                    _ -> printed.set(new Printed.Failed("It cannot be opened from here. Open it yourself: " + file)));
        }
    }

    /** Forgets what was printed. */
    public void reset() {
        prints.cancel();
        shows.cancel();
        printed.set(new Printed.Nothing());
    }

    private static Path named(Path file) {
        String name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(PDF) ? file : file.resolveSibling(name + PDF);
    }

    /** Not the locale, which the program sets to English for its words. */
    private static Paper usualPaper() {
        String country = System.getProperty("user.country", "");
        return LETTER_COUNTRIES.contains(country) ? Paper.LETTER : Paper.A4;
    }

    private static String messageOf(Exception failure) {
        @Nullable String message = failure.getMessage();
        return message == null ? failure.toString() : message;
    }
}
