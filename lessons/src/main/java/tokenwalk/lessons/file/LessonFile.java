package tokenwalk.lessons.file;

import java.util.List;
import java.util.Optional;
import tokenwalk.lessons.lesson.Lesson;

/**
 * A file that was read: a lesson, or what is wrong with it. A file that was broken while its pack was open has both: the
 * lesson as it was before, and the mistakes.
 *
 * @param name the file's name within its pack
 * @param lines on which line each of the lesson's values stands
 */
public record LessonFile(String name, Optional<Lesson> lesson, List<Mistake> mistakes, Lines lines) {
    public LessonFile {
        mistakes = List.copyOf(mistakes);
        if (lesson.isEmpty() && mistakes.isEmpty()) {
            throw new IllegalArgumentException("a file is a lesson or has mistakes");
        }
    }

    /** A file whose lines nobody will ask for. */
    public LessonFile(String name, Optional<Lesson> lesson, List<Mistake> mistakes) {
        this(name, lesson, mistakes, Lines.NONE);
    }
}
