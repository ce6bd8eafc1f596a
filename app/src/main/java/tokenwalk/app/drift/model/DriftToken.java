package tokenwalk.app.drift.model;

/**
 * What the picture says about one token.
 *
 * @param text as decoded, its leading space included
 * @param number its place in the text, counted from 1
 */
public record DriftToken(String text, int number) {
    public DriftToken {
        if (number < 1) {
            throw new IllegalArgumentException("tokens are counted from 1, not " + number);
        }
    }
}
