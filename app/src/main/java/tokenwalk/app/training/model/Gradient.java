package tokenwalk.app.training.model;

import java.util.List;
import tokenwalk.runtime.token.Token;

/**
 * The derivative of one guess's loss by each logit.
 *
 * @param entries the largest by magnitude, those above 0 first and the target, below 0, at the end
 * @param sum of all entries, not only of these
 * @param size how many entries there are: one a token of the vocabulary
 */
public record Gradient(Guess guess, List<Entry> entries, double sum, int size) {
    /** One logit's derivative: above 0 training lowers it, below 0 training raises it. */
    public record Entry(Token token, double value) {}

    public Gradient {
        entries = List.copyOf(entries);
    }
}
