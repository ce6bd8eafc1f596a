package tokenwalk.runtime.hub;

/**
 * A model that the catalogue offers.
 *
 * @param name what it is called on screen and on the command line, and the name of its folder once it is loaded
 */
public record CatalogueModel(String name, HubSource source, Sizes sizes, Costs costs, About about) {

    /** What the model is made of. Its own files say it again once it is open. */
    public record Sizes(long parameters, int layers, int heads, int width, int vocabulary) {}

    /**
     * What it takes to have it.
     *
     * @param downloadBytes about how much is loaded and kept on disk; exact only when the hub was asked
     * @param memoryBytes about how much memory it needs when open, as {@link tokenwalk.runtime.model.MemoryEstimate} has it
     */
    public record Costs(long downloadBytes, long memoryBytes) {}

    /**
     * What to know before choosing it.
     *
     * @param goodFor one sentence: what it is good to show
     */
    public record About(String licence, String language, String goodFor) {}
}
