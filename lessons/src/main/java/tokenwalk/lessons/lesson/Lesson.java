package tokenwalk.lessons.lesson;

import java.util.List;
import java.util.Optional;

/**
 * A guided walk through the app.
 *
 * @param id what progress is kept under; the file's name without its ending
 * @param text the text it begins with; none keeps the one that is open
 */
public record Lesson(String id, About about, Requirements requires, Optional<String> text, List<Step> steps) {
    public Lesson {
        steps = List.copyOf(steps);
        if (id.isBlank() || steps.isEmpty()) {
            throw new IllegalArgumentException("a lesson needs an id and at least one step");
        }
    }

    /**
     * @param answered whether the step's question was answered rightly; true for steps that ask nothing
     * @return the index of the step that follows; none after the last
     */
    public Optional<Integer> after(int step, boolean answered) {
        Step now = steps.get(step);
        Optional<String> jump = now instanceof Step.Ask ask && !answered ? ask.ifWrong() : Optional.empty();
        Optional<String> named = jump.or(() -> now.frame().next());
        if (named.isPresent()) {
            return named.map(this::indexOf);
        }
        return step + 1 < steps.size() ? Optional.of(step + 1) : Optional.empty();
    }

    /** @throws IllegalArgumentException if no step has this id */
    private int indexOf(String stepId) {
        for (int step = 0; step < steps.size(); step++) {
            if (steps.get(step).frame().id().filter(stepId::equals).isPresent()) {
                return step;
            }
        }
        throw new IllegalArgumentException("no step has the id " + stepId);
    }
}
