package tokenwalk.runtime.sampling;

/**
 * A token drawn by chance.
 *
 * @param point the random number that chose it: a point of the unit line, on which every token has a stretch as long as
 *     its probability (see {@link Distribution#lineStart})
 */
public record Draw(int tokenId, double point) {
    public Draw {
        if (tokenId < 0) {
            throw new IllegalArgumentException("A token's id cannot be negative: " + tokenId);
        }
        if (!(point >= 0 && point < 1)) {
            throw new IllegalArgumentException("The point " + point + " is not on the line from 0 to 1.");
        }
    }
}
