package tokenwalk.runtime.trace;

import tokenwalk.runtime.tensor.Vector;

/**
 * How one head reads for one token, step by step. A token sees itself and those before it; the others are masked and not
 * in here.
 *
 * @param products q·k for each token seen, both turned by the rotary embedding where the model has one, [position + 1]
 * @param scaled the products ÷ √headWidth
 * @param weights softmax of these; adds up to 1
 * @param mixed Σ weight · value, [headWidth]
 */
public record AttentionSteps(Vector products, Vector scaled, Vector weights, Vector mixed) {
    public AttentionSteps {
        if (products.size() != scaled.size() || scaled.size() != weights.size()) {
            throw new IllegalArgumentException("each step has one number for each token seen");
        }
    }
}
