package tokenwalk.app.logits.model;

import tokenwalk.app.session.Reading;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.RankedLogits;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;

/**
 * The scores that the model gives after one token of a text.
 *
 * @param distribution the probabilities they stand for, at temperature 1 and without filters
 */
public record Scores(Reading reading, int position, Distribution distribution) {
    public Scores {
        if (position < 0 || position >= reading.trace().length()) {
            throw new IllegalArgumentException("the text has no token " + position);
        }
    }

    public RankedLogits logits() {
        return distribution.logits();
    }

    /** @return the last level after the final norm, [width] */
    public Vector finalVector() {
        return reading.trace().finalVector(position);
    }

    public int bestToken() {
        return logits().tokenId(0);
    }

    public double logit(int tokenId) {
        return logits().logit(logits().rank(tokenId));
    }

    public Token token(int tokenId) {
        return reading.model().token(tokenId);
    }

    /** @return the token after which these are the scores */
    public Token after() {
        return reading.trace().tokens().get(position);
    }
}
