package tokenwalk.app.sampler.model;

/** A line of the sampler's table. */
public sealed interface Line {
    /** A token, by its rank: 0 is the best. */
    record OfToken(int rank) implements Line {}

    /** Many tokens in one line; those of an open fold follow it. */
    record OfFold(Fold fold, boolean open) implements Line {}
}
