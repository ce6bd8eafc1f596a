package tokenwalk.app.lesson.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tokenwalk.app.progress.ProgressModel;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.progress.Progress;
import tokenwalk.lessons.progress.Progress.GivenAnswer;
import tokenwalk.lessons.progress.Progress.LessonProgress;

/** Where the learner is in each lesson, and what they answered there. */
final class Notebook {
    private final ProgressModel progress;

    Notebook(ProgressModel progress) {
        this.progress = progress;
    }

    private Optional<LessonProgress> of(Lesson lesson) {
        return Optional.ofNullable(progress.progressProperty().get().lessons().get(lesson.id()));
    }

    /** @return where to go on: where the learner left it, at the beginning after its end */
    int place(Lesson lesson) {
        int last = lesson.steps().size() - 1;
        return of(lesson)
                .filter(left -> !(left.finished() && left.step() >= last))
                .map(left -> Math.clamp(left.step(), 0, last))
                .orElse(0);
    }

    Map<Integer, GivenAnswer> answers(Lesson lesson) {
        return of(lesson).map(LessonProgress::answers).orElse(Map.of());
    }

    void keepPlace(Lesson lesson, int step) {
        keep(lesson, step, false, answers(lesson));
    }

    void keepAnswer(Lesson lesson, int step, GivenAnswer answer) {
        Map<Integer, GivenAnswer> answers = new HashMap<>(answers(lesson));
        answers.put(step, answer);
        keep(lesson, step, false, answers);
    }

    void finish(Lesson lesson, int step) {
        keep(lesson, step, true, answers(lesson));
    }

    /** Forgets the place and the answers; that the lesson was finished once stays. */
    void beginAnew(Lesson lesson) {
        keep(lesson, 0, false, Map.of());
    }

    private void keep(Lesson lesson, int step, boolean atEnd, Map<Integer, GivenAnswer> answers) {
        boolean finished = atEnd || of(lesson).map(LessonProgress::finished).orElse(false);
        LessonProgress now = new LessonProgress(step, lesson.steps().size(), finished, LocalDate.now(), answers);
        if (of(lesson).filter(now::equals).isPresent()) {
            return;
        }
        progress.change(before -> {
            Map<String, LessonProgress> lessons = new HashMap<>(before.lessons());
            lessons.put(lesson.id(), now);
            return new Progress(lessons, before.answers(), before.cards());
        });
    }
}
