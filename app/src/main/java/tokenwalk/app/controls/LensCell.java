package tokenwalk.app.controls;

/**
 * What one level would say at one position.
 *
 * @param token the best one
 * @param probability 0…1
 */
public record LensCell(TokenLabel token, double probability) {
    /** From here on the best token is drawn bold. */
    static final double SURE = 0.5;

    public LensCell {
        if (!(probability >= 0 && probability <= 1 + 1e-6)) {
            throw new IllegalArgumentException("not a probability: " + probability);
        }
    }

    boolean isSure() {
        return probability >= SURE;
    }
}
