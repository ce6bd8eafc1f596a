package tokenwalk.runtime.transformer;

/** What a model's norms compute. */
public enum NormKind {
    /** {@link RmsNorm}: no mean is taken off, and no bias added. */
    RMS_NORM,
    /** {@link LayerNorm}. */
    LAYER_NORM
}
