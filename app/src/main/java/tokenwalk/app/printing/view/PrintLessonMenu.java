package tokenwalk.app.printing.view;

import tokenwalk.app.printing.model.PrintModel;
import tokenwalk.app.screen.Shared;
import tokenwalk.lessons.file.LessonPack;
import tokenwalk.lessons.lesson.Lesson;

/** «Print ▾»: a lesson's worksheet for the class, and its key for the teacher. */
public final class PrintLessonMenu extends PrintMenu {
    /** @param pack the lesson's own, which holds its pictures */
    public PrintLessonMenu(Shared shared, LessonPack pack, Lesson lesson) {
        this(new PrintModel(shared.session(), shared.background()), PdfChoice.bySystem(), pack, lesson);
    }

    PrintLessonMenu(PrintModel model, PdfChoice choice, LessonPack pack, Lesson lesson) {
        super("Print", "A worksheet with room to answer, or its key, as PDF", model, choice);
        setId("print-" + lesson.id());
        addSheet(
                "Worksheet…",
                "print-worksheet",
                lesson.id() + "-worksheet",
                file -> model.printWorksheet(lesson, pack, file));
        addSheet("Key…", "print-key", lesson.id() + "-key", file -> model.printKey(lesson, pack, file));
        addPapers();
    }
}
