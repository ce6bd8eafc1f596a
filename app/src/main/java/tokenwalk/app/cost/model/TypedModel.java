package tokenwalk.app.cost.model;

/**
 * A model that is typed in, of the common proportions: 4 · width² weights in a block's attention and 8 · width² in its MLP.
 *
 * @param bytesPerWeight 2 for float16
 * @param bandwidth of the memory, bytes a second
 * @param compute operations a second
 */
public record TypedModel(
        double layers, double width, double vocabulary, double bytesPerWeight, double bandwidth, double compute) {

    /** The weights that one step reads. */
    public enum Part {
        ATTENTION,
        MLP,
        UNEMBEDDING
    }

    public double weights(Part part) {
        return switch (part) {
            case ATTENTION -> layers * 4 * width * width;
            case MLP -> layers * 8 * width * width;
            case UNEMBEDDING -> vocabulary * width;
        };
    }

    public double bytes(Part part) {
        return weights(part) * bytesPerWeight;
    }

    public double weights() {
        return weights(Part.ATTENTION) + weights(Part.MLP) + weights(Part.UNEMBEDDING);
    }

    public double bytes() {
        return weights() * bytesPerWeight;
    }

    /** @return one multiplication and one addition a weight */
    public double operations() {
        return 2 * weights();
    }

    /** @return seconds that the bytes of one step take */
    public double memorySeconds() {
        return bytes() / bandwidth;
    }

    /** @return seconds that the operations of one step take */
    public double computeSeconds() {
        return operations() / compute;
    }

    public boolean boundByMemory() {
        return memorySeconds() >= computeSeconds();
    }

    /** @return tokens a second of one text, bytes and operations at once */
    public double tokensPerSecond() {
        return 1 / Math.max(memorySeconds(), computeSeconds());
    }

    /** @return whether every field holds a number above 0 */
    public boolean complete() {
        return layers > 0 && width > 0 && vocabulary > 0 && bytesPerWeight > 0 && bandwidth > 0 && compute > 0;
    }
}
