package tokenwalk.runtime.sampling;

/**
 * How the next token is chosen from the logits.
 *
 * @param temperature what logits are divided by; below 1 sharpens, above 1 flattens, 0 always takes the best token
 * @param topK how many of the best tokens stay; 0 keeps all
 * @param topP the smallest set of best tokens whose probability reaches this share stays; 1 keeps all
 */
public record SamplingPolicy(double temperature, int topK, double topP) {
    /** Draws from the model's own distribution: temperature 1, no filter. */
    public static final SamplingPolicy DEFAULT = new SamplingPolicy(1, 0, 1);
    /** Always takes the token with the highest logit. */
    public static final SamplingPolicy BEST = new SamplingPolicy(0, 0, 1);

    /** @throws IllegalArgumentException with one sentence for the user: what is wrong and what would be right */
    public SamplingPolicy {
        if (!Double.isFinite(temperature) || temperature < 0) {
            throw new IllegalArgumentException("The temperature is " + temperature
                    + "; it must be 0 (always the best token) or a number above 0, such as 0.8.");
        }
        if (topK < 0) {
            throw new IllegalArgumentException(
                    "Top-k is " + topK + "; it must be 0 (off) or a number of tokens, such as 40.");
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException(
                    "Top-p is " + topP + "; it must be above 0 and at most 1 (off), such as 0.9.");
        }
    }

    /** @return whether the best token is always taken, so that nothing is left to chance */
    public boolean alwaysBest() {
        return temperature == 0;
    }

    public SamplingPolicy withTemperature(double temperature) {
        return new SamplingPolicy(temperature, topK, topP);
    }

    public SamplingPolicy withTopK(int topK) {
        return new SamplingPolicy(temperature, topK, topP);
    }

    public SamplingPolicy withTopP(double topP) {
        return new SamplingPolicy(temperature, topK, topP);
    }
}
