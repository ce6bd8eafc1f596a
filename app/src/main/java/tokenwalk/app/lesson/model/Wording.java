package tokenwalk.app.lesson.model;

import java.util.List;
import tokenwalk.lessons.prose.Prose;

/**
 * What a step says, its facts computed for the text on screen; before they are, the facts are still asked.
 *
 * @param notes for the teacher only
 * @param hint empty if the step has none
 * @param reveal what is shown after the answer
 * @param choices of a question with choices, in their order
 */
public record Wording(Prose text, Prose notes, Prose hint, Prose reveal, List<Prose> choices) {
    static final Wording NONE = new Wording(Prose.EMPTY, Prose.EMPTY, Prose.EMPTY, Prose.EMPTY, List.of());

    public Wording {
        choices = List.copyOf(choices);
    }
}
