package tokenwalk.runtime.transformer;

/**
 * How attention is cut into heads.
 *
 * @param heads query heads
 * @param keyValueHeads key/value heads; each serves {@code heads / keyValueHeads} query heads
 * @param headWidth numbers in a query, key or value
 */
public record AttentionShape(int heads, int keyValueHeads, int headWidth) {
    public AttentionShape {
        if (heads < 1 || keyValueHeads < 1 || headWidth < 1 || heads % keyValueHeads != 0) {
            throw new IllegalArgumentException(
                    heads + " heads of " + headWidth + " cannot share " + keyValueHeads + " key/value heads");
        }
    }

    /** @return width of all queries of a token side by side */
    public int queryWidth() {
        return heads * headWidth;
    }

    /** @return width of all keys (or values) of a token side by side */
    public int keyValueWidth() {
        return keyValueHeads * headWidth;
    }

    /** @return the key/value head that a query head reads */
    public int keyValueHead(int head) {
        return head / (heads / keyValueHeads);
    }
}
