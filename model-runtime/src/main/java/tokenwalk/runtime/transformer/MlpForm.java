package tokenwalk.runtime.transformer;

/**
 * What a model's MLPs compute.
 *
 * @param gated whether a second projection of the input is multiplied with what the activation makes of the first
 */
public record MlpForm(boolean gated, Activation activation) {}
