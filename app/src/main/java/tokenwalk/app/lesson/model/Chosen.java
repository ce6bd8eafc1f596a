package tokenwalk.app.lesson.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tokenwalk.app.session.Reading;
import tokenwalk.lessons.fact.Expression;
import tokenwalk.lessons.fact.Expressions;
import tokenwalk.lessons.fact.FactException;
import tokenwalk.lessons.lesson.AppState.Selection;
import tokenwalk.runtime.transformer.ModelShape;

/**
 * A selection, computed for a text.
 *
 * @param position counted from 0, as the session does
 * @param problem what could not be chosen and why, in one line; empty if all could
 */
record Chosen(
        Optional<Integer> layer,
        Optional<Integer> head,
        Optional<Integer> position,
        Optional<Integer> level,
        String problem) {

    static Chosen of(Selection selection, Reading reading) {
        ModelShape shape = reading.trace().shape();
        List<String> problems = new ArrayList<>();
        Optional<Integer> layer = number(selection.layer(), "layer", 0, shape.layers() - 1, reading, problems);
        Optional<Integer> head =
                number(selection.head(), "head", 0, shape.attention().heads() - 1, reading, problems);
        Optional<Integer> token =
                number(selection.token(), "token", 1, reading.trace().length(), reading, problems);
        Optional<Integer> level = number(selection.level(), "level", 0, shape.layers(), reading, problems);
        return new Chosen(layer, head, token.map(at -> at - 1), level, String.join(" ", problems));
    }

    private static Optional<Integer> number(
            Optional<Expression> expression, String what, int least, int most, Reading reading, List<String> problems) {
        try {
            Optional<Integer> number =
                    expression.map(asked -> FactNumbers.whole(Expressions.evaluate(asked, Texts.of(reading))));
            if (number.isPresent() && (number.get() < least || number.get() > most)) {
                problems.add("There is no " + what + " " + number.get() + " here: they go from " + least + " to " + most
                        + ".");
                return Optional.empty();
            }
            return number;
        } catch (FactException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
