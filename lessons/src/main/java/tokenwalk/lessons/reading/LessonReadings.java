package tokenwalk.lessons.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tokenwalk.lessons.fact.LiveFacts;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.lesson.Step;

/**
 * The text that is on screen at each step of a lesson, read by a model: states change it, and so does what the learner is
 * asked to do. Facts of a step are about its text.
 */
public final class LessonReadings {
    private final List<LiveFacts> atStep;

    private LessonReadings(List<LiveFacts> atStep) {
        this.atStep = List.copyOf(atStep);
    }

    /** A step yet to be visited, and the text with which one comes to it. */
    private record Visit(int step, ShownText with) {}

    /**
     * Goes the way of a learner whose answers are right, then the ways that branch off; a step that no way leads to is
     * taken at the lesson's beginning.
     *
     * @param openText what is on screen before, for lessons that name no text of their own
     * @throws IllegalArgumentException if a text cannot be read, the message says why
     * @throws tokenwalk.lessons.fact.FactException if a state's text has no value for this model
     */
    public static LessonReadings of(Lesson lesson, TextReader reader, String openText) {
        ShownText beginning = ShownText.of(lesson.text().orElse(openText));
        Map<Integer, LiveFacts> read = new LinkedHashMap<>();
        Deque<Visit> ways = new ArrayDeque<>(List.of(new Visit(0, beginning)));
        while (!ways.isEmpty()) {
            Visit visit = ways.pop();
            if (read.containsKey(visit.step)) {
                continue;
            }
            Step step = lesson.steps().get(visit.step);
            ShownText shown = visit.with.at(step, reader);
            read.put(visit.step, shown.read(reader));
            ShownText left = shown.after(step, reader);
            lesson.after(visit.step, false).ifPresent(next -> ways.push(new Visit(next, left)));
            // On top: the main way is gone to its end before the others.
            lesson.after(visit.step, true).ifPresent(next -> ways.push(new Visit(next, left)));
        }
        return new LessonReadings(IntStream.range(0, lesson.steps().size())
                .mapToObj(step -> Optional.ofNullable(read.get(step))
                        .orElseGet(() ->
                                beginning.at(lesson.steps().get(step), reader).read(reader)))
                .toList());
    }

    /** @return the facts that the title and the goals speak of */
    public LiveFacts atBeginning() {
        return atStep.getFirst();
    }

    /**
     * @param step its index
     * @return the facts of the text that is on screen when it is read
     */
    public LiveFacts at(int step) {
        return atStep.get(step);
    }
}
