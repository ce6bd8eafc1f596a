package tokenwalk.lessons.lesson;

import java.util.List;
import java.util.Optional;
import tokenwalk.lessons.place.Target;
import tokenwalk.lessons.prose.Prose;

/**
 * What all steps have.
 *
 * @param id what other steps call it by; needed only where one jumps to it
 * @param text what the learner reads
 * @param highlight what it speaks of
 * @param notes for the teacher only
 * @param next the id of the step that follows, if it is not the one below
 */
public record StepFrame(Optional<String> id, Prose text, List<Target> highlight, Prose notes, Optional<String> next) {
    public StepFrame {
        highlight = List.copyOf(highlight);
    }
}
