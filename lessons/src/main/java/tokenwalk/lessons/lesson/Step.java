package tokenwalk.lessons.lesson;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tokenwalk.lessons.place.Target;
import tokenwalk.lessons.prose.Prose;

/** One step of a lesson. */
public sealed interface Step {
    StepFrame frame();

    /** Something to read and look at. */
    record Explain(StepFrame frame) implements Step {}

    /** Puts the app in a state, then is read like an explanation; passed at once if it has no text. */
    record Set(StepFrame frame, AppState state) implements Step {}

    /** Waits until the learner has done something. */
    record Do(StepFrame frame, Task until, Hint hint) implements Step {}

    /**
     * The learner commits to a guess before the reveal; there is one guess.
     *
     * @param cover what is hidden until then, since it shows the answer
     */
    record Predict(StepFrame frame, Answer answer, Prose reveal, List<Target> cover) implements Step {
        public Predict {
            cover = List.copyOf(cover);
        }
    }

    /**
     * A question; it may be tried again.
     *
     * @param ifWrong the id of the step to go to after a wrong answer
     */
    record Ask(StepFrame frame, Answer answer, Prose hint, Prose reveal, Optional<String> ifWrong) implements Step {}

    /** Help that appears after a while; empty prose for none. */
    record Hint(Prose text, Duration after) {}
}
