package tokenwalk.runtime.token;

/**
 * One rule of byte-pair encoding: two neighbours that become one token.
 *
 * @param rank 0 for the rule learned first; of all rules that fit, the one of lowest rank is applied
 */
public record Merge(int rank, Token left, Token right, Token result) {
    public Merge {
        if (rank < 0) {
            throw new IllegalArgumentException("A merge's rank cannot be negative: " + rank);
        }
        if (result.byteCount() != left.byteCount() + right.byteCount()) {
            throw new IllegalArgumentException("Merge " + rank + " makes " + result + " of " + left + " and " + right
                    + ", which are not its two parts.");
        }
    }
}
