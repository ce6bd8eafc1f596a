package tokenwalk.lessons.print;

import java.io.IOException;
import java.io.OutputStream;
import tokenwalk.lessons.fact.ReadText;
import tokenwalk.lessons.lesson.Lesson;

/** A lesson on paper: what the class gets, and what the teacher keeps. */
public final class LessonSheets {
    private LessonSheets() {}

    /**
     * Writes a PDF of a lesson's text and questions, with room to answer.
     *
     * @param text the lesson's text as the loaded model read it; all numbers come from it
     */
    public static void writeWorksheet(Lesson lesson, ReadText text, OutputStream out) throws IOException {
        throw new IOException("not built yet: " + lesson.id() + text.promptLength() + out);
    }

    /** Writes a PDF of the same questions with their answers. */
    public static void writeKey(Lesson lesson, ReadText text, OutputStream out) throws IOException {
        throw new IOException("not built yet: " + lesson.id() + text.promptLength() + out);
    }
}
