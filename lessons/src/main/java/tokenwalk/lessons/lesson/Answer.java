package tokenwalk.lessons.lesson;

import java.util.List;
import tokenwalk.lessons.fact.Expression;
import tokenwalk.lessons.prose.Prose;

/** What is expected as an answer. */
public sealed interface Answer {
    /** Free text that nobody judges: the reveal shows what a good answer holds, and the learner compares. */
    record Open() implements Answer {}

    /**
     * One of several.
     *
     * @param correct the right one's index
     */
    record Choice(List<Prose> choices, int correct) implements Answer {
        public Choice {
            choices = List.copyOf(choices);
            if (correct < 0 || correct >= choices.size()) {
                throw new IllegalArgumentException("there is no choice " + (correct + 1) + " of " + choices.size());
            }
        }
    }

    /** A number, right if it is off by at most the tolerance. */
    record Numeric(Expression value, double tolerance) implements Answer {}

    /** A token, typed or clicked; the space before it does not have to be typed. */
    record OneToken(Expression token) implements Answer {}
}
