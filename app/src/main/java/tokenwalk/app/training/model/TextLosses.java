package tokenwalk.app.training.model;

import java.util.List;

/**
 * The guesses of a text so far.
 *
 * @param guesses one for each token but the last, in order, as far as they are computed
 * @param all how many there will be
 */
public record TextLosses(List<Guess> guesses, int all) {
    public static final TextLosses NONE = new TextLosses(List.of(), 0);

    public TextLosses {
        guesses = List.copyOf(guesses);
    }

    public boolean complete() {
        return guesses.size() == all;
    }

    /** @return mean cross-entropy in nats of the guesses so far; NaN for none */
    public double mean() {
        return guesses.stream().mapToDouble(Guess::loss).average().orElse(Double.NaN);
    }

    /** @return e to the mean cross-entropy: among so many tokens of the same chance it might as well choose */
    public double perplexity() {
        return Math.exp(mean());
    }

    /** @return the dearest guess's loss; 0 for none */
    public double largest() {
        return guesses.stream().mapToDouble(Guess::loss).max().orElse(0);
    }
}
