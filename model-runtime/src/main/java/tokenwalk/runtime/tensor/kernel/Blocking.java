package tokenwalk.runtime.tensor.kernel;

/**
 * How much of the weights is unpacked at a time.
 *
 * @param panels so many panels meet each tile of tokens, which then stays in the first-level cache
 * @param columns so many columns of them
 */
record Blocking(int panels, int columns) {
    /** With few tokens a panel is read a few times only: little of it, that it need not come from the second-level cache. */
    private static final int FEW_TOKENS = 48;

    private static final int FEW_COLUMNS = 384;
    private static final int COLUMNS = 768;
    private static final int PANELS = 3;
    private static final int STEP = 32;

    /** The most numbers that any blocking unpacks. */
    static final int MOST = PANELS * COLUMNS * Tiles.PANEL;

    static Blocking of(int tokens, int columns) {
        return tokens <= FEW_TOKENS
                ? new Blocking(1, even(columns, FEW_COLUMNS))
                : new Blocking(PANELS, even(columns, COLUMNS));
    }

    /** @return blocks of about the same size, none beyond {@code most}, each of whole runs */
    private static int even(int columns, int most) {
        int blocks = (columns + most - 1) / most;
        return (columns + blocks * STEP - 1) / (blocks * STEP) * STEP;
    }
}
