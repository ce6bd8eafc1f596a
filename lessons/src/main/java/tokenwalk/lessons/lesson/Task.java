package tokenwalk.lessons.lesson;

import java.util.Optional;
import tokenwalk.lessons.fact.Expression;
import tokenwalk.lessons.place.Place;

/** What a step waits for. */
public sealed interface Task {
    /** Chooses the sentence with this text, or any other sentence than the one that is open. */
    record ChooseSentence(Optional<String> text) implements Task {}

    /** Types a text of one's own of at least so many tokens. */
    record TypeText(int tokens) implements Task {}

    /** Clicks a chip. Positions count from 1. */
    record ChooseToken(Expression position) implements Task {}

    /** Moves the slider to a level. */
    record MoveToLevel(Expression level) implements Task {}

    record ChooseLayer(Expression layer) implements Task {}

    record ChooseHead(Expression head) implements Task {}

    /** Opens the Q / K / V strips. */
    record ShowVectors() implements Task {}

    record OpenScreen(Place screen) implements Task {}

    /** Presses a button so often. For {@link Button#SAMPLE} each draw counts: × 1000 counts a thousand. */
    record Press(Button button, int times) implements Task {}

    /** Sets one knob of the policy to a value. */
    record SetKnob(Knob knob, double value) implements Task {}

    /** Switches to drawing tokens, or to always the best. */
    record ChooseDrawing(boolean drawing) implements Task {}

    enum Button {
        STEP,
        SAMPLE,
        PLAY,
        BACK,
        RESET
    }

    /** Top-k is off at 0. */
    enum Knob {
        TEMPERATURE,
        TOP_K,
        TOP_P,
        SEED,
        MAXIMUM
    }
}
