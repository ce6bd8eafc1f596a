package tokenwalk.runtime.transformer;

/**
 * The sizes of a model. All that screens and lessons say about sizes comes from here.
 *
 * @param layers number of blocks; there is one residual level more
 * @param width numbers in a residual vector
 * @param innerWidth hidden neurons of an MLP
 * @param vocabulary number of tokens
 * @param contextLength most tokens a text may have
 */
public record ModelShape(
        int layers, int width, AttentionShape attention, int innerWidth, int vocabulary, int contextLength) {
    public ModelShape {
        if (layers < 1 || width < 1 || innerWidth < 1 || vocabulary < 1 || contextLength < 1) {
            throw new IllegalArgumentException("a model has at least one of everything");
        }
    }

    /** @return how many residual levels there are: level 0 enters the first block, level i leaves block i */
    public int levels() {
        return layers + 1;
    }
}
