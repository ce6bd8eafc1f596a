package tokenwalk.lessons.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tokenwalk.lessons.fact.Expression;
import tokenwalk.lessons.place.Place;

/**
 * A state to put the app in. What is absent stays as it is.
 *
 * @param text the prompt, a text or an expression that comes to one, such as a chat prompt
 * @param selection what is chosen of what is shown
 * @param knobs the policy's settings
 * @param choosing how tokens are appended and when that stops
 * @param vectors whether the Q / K / V strips are open
 */
public record AppState(
        Optional<Place> screen,
        Optional<Expression> text,
        Selection selection,
        Map<Task.Knob, Double> knobs,
        Choosing choosing,
        Optional<Boolean> vectors) {
    public AppState {
        knobs = Map.copyOf(knobs);
    }

    public static final AppState UNCHANGED = new AppState(
            Optional.empty(), Optional.empty(), Selection.UNCHANGED, Map.of(), Choosing.UNCHANGED, Optional.empty());

    /** The chosen layer, head, token (counted from 1) and level. */
    public record Selection(
            Optional<Expression> layer,
            Optional<Expression> head,
            Optional<Expression> token,
            Optional<Expression> level) {
        public static final Selection UNCHANGED =
                new Selection(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * @param drawing whether tokens are drawn instead of the best taken
     * @param stopStrings what ends generation
     * @param generated how many best tokens stand after the prompt
     */
    public record Choosing(Optional<Boolean> drawing, Optional<List<String>> stopStrings, Optional<Integer> generated) {
        public static final Choosing UNCHANGED = new Choosing(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
