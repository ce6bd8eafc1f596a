package tokenwalk.app.controls;

/**
 * What a chip says about its token, whatever is chosen.
 *
 * @param token how it is written
 * @param id its number in the vocabulary, or −1 where that is not known
 * @param number what stands below the chip, or −1 for nothing
 * @param origin how it came into the text
 * @param probability 0…1, what it had when it was generated; NaN for a token of the prompt
 */
public record ChipContent(TokenLabel token, int id, int number, Origin origin, double probability) {
    /** How a token came into the text. */
    public enum Origin {
        PROMPT,
        /** Decoding took the token with the largest probability. */
        BEST,
        /** Decoding drew it by chance. */
        DRAWN
    }

    /** @return a token that was typed */
    public static ChipContent prompt(TokenLabel token, int id, int number) {
        return new ChipContent(token, id, number, Origin.PROMPT, Double.NaN);
    }

    /** @return the token's id and text, for a tooltip */
    String description() {
        String described = id < 0 ? token.plain() : "token " + id + "  " + token.plain();
        return Double.isNaN(probability) ? described : described + "  " + Percent.of(probability);
    }
}
