package tokenwalk.lessons.file;

import java.util.List;
import java.util.Optional;
import tokenwalk.lessons.lesson.Lesson;

/**
 * A file that was read: a lesson, or what is wrong with it.
 *
 * @param name the file's name within its pack
 */
public record LessonFile(String name, Optional<Lesson> lesson, List<Mistake> mistakes) {
    public LessonFile {
        mistakes = List.copyOf(mistakes);
        if (lesson.isPresent() != mistakes.isEmpty()) {
            throw new IllegalArgumentException("a file is either a lesson or has mistakes");
        }
    }
}
