package tokenwalk.runtime.transformer;

/** A place in the forward pass at which a {@link Probe} may look at the numbers, or change them. */
public enum Site {
    /** The residual stream at a level, before the final norm. The layer number given is the level. */
    RESIDUAL,
    /** [heads · headWidth], before the rotary embedding. */
    QUERY,
    /** [keyValueHeads · headWidth], before the rotary embedding. */
    KEY,
    /** [keyValueHeads · headWidth]. */
    VALUE,
    /** [heads · headWidth]: what each head read, before the output projection mixes the heads. */
    HEADS,
    /** What attention adds to the residual stream. */
    ATTENTION_OUTPUT,
    /** [innerWidth]: the neurons of the MLP, before the projection down. */
    NEURONS,
    /** What the MLP adds to the residual stream. */
    MLP_OUTPUT,
    /** The last level after the final norm. The layer number given is the last level. */
    FINAL
}
