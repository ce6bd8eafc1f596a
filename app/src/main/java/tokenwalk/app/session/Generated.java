package tokenwalk.app.session;

import tokenwalk.runtime.token.Token;

/**
 * A token that was added to the prompt.
 *
 * @param origin how it was chosen
 * @param probability what it had when it was chosen, after the filters
 */
public record Generated(Token token, Origin origin, double probability) {
    /** How a token is chosen. */
    public enum Origin {
        /** It had the highest score. */
        BEST,
        /** It was drawn by chance. */
        DRAWN
    }
}
