package tokenwalk.lessons.file;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.lesson.Requirements;
import tokenwalk.lessons.lesson.Step;
import tokenwalk.lessons.reading.TextReader;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.transformer.Rotary;

/**
 * Finds what only a model can tell of a lesson: layers and tokens that are not there, facts without a value, tasks that are
 * done before they begin. It goes the lesson's way and knows at each step which text is on screen; what depends on a text
 * that the learner chooses is not checked.
 */
public final class LessonChecker {
    private record Arrival(int step, Situation situation) {}

    private final Lesson lesson;
    private final StepChecker checker;

    private LessonChecker(Lesson lesson, StepChecker checker) {
        this.lesson = lesson;
        this.checker = checker;
    }

    /**
     * Reads every text of the lesson, which takes some tenths of a second each: not on the FX thread.
     *
     * @return the file's own mistakes, or those found with the model; nothing for a lesson that this model is not for
     */
    public static List<Mistake> check(LessonFile file, LanguageModel model) {
        if (!file.mistakes().isEmpty()) {
            return file.mistakes();
        }
        Lesson lesson = file.lesson().orElseThrow();
        if (unmet(lesson.requires(), model).isPresent()) {
            return List.of();
        }
        Mistakes mistakes = new Mistakes(file.name());
        new LessonChecker(lesson, new StepChecker(new TextReader(model), file.lines(), mistakes)).walk();
        return mistakes.all();
    }

    /** @return what the model lacks that a lesson requires, in one sentence; none if it lacks nothing */
    public static Optional<String> unmet(Requirements requires, LanguageModel model) {
        int layers = model.shape().layers();
        if (layers < requires.layers()) {
            return Optional.of("This lesson needs a model of at least %,d layers; this one has %,d."
                    .formatted(requires.layers(), layers));
        }
        if (requires.chatTemplate() && model.chatTemplate().isEmpty()) {
            return Optional.of("This lesson needs a model that was trained to chat; this one has no chat template.");
        }
        if (requires.rotary() && !(model.transformer().positions() instanceof Rotary)) {
            return Optional.of(
                    "This lesson needs a model that turns queries and keys by their positions; this one adds a learnt row for each position.");
        }
        return Optional.empty();
    }

    /** Each step is checked once, as the first way to it finds the app. */
    private void walk() {
        checker.about(lesson);
        BitSet seen = new BitSet();
        Deque<Arrival> open = new ArrayDeque<>();
        open.add(new Arrival(0, Situation.beginning(lesson.text())));
        while (!open.isEmpty()) {
            Arrival arrival = open.poll();
            int index = arrival.step();
            if (seen.get(index)) {
                continue;
            }
            seen.set(index);
            Step step = lesson.steps().get(index);
            Situation left = checker.check(step, "/steps/" + index, arrival.situation());
            lesson.after(index, true).ifPresent(next -> open.add(new Arrival(next, left)));
            lesson.after(index, false).ifPresent(next -> open.add(new Arrival(next, left)));
        }
    }
}
