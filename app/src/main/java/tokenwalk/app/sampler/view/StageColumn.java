package tokenwalk.app.sampler.view;

import tokenwalk.app.controls.Percent;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.DrawTally;
import tokenwalk.runtime.sampling.SamplingPolicy;

/** The stages of the way from a score to a drawn token, as columns: where they stand and what they say. */
enum StageColumn {
    TOKEN(0, 0.155),
    LOGIT(0.155, 0.235),
    SCALED(0.235, 0.335),
    SOFTMAX(0.35, 0.495),
    TOP_K(0.505, 0.62),
    TOP_P(0.63, 0.745),
    PROBABILITY(0.76, 0.905),
    DRAWN(0.915, 1);

    private static final String NOTHING = "–";
    private static final int PLACES = 2;

    private final double left;
    private final double right;

    StageColumn(double left, double right) {
        this.left = left;
        this.right = right;
    }

    double left(double width) {
        return left * width;
    }

    double right(double width) {
        return right * width;
    }

    static StageColumn at(double x, double width) {
        StageColumn found = TOKEN;
        for (StageColumn column : values()) {
            if (x > found.right(width)) {
                found = column;
            }
        }
        return found;
    }

    /** @return whether a bar stands below the number */
    boolean hasBar() {
        return this == SOFTMAX || this == PROBABILITY;
    }

    String heading(SamplingPolicy policy) {
        return switch (this) {
            case TOKEN -> "Token";
            case LOGIT -> "logit";
            case SCALED ->
                policy.alwaysBest()
                        ? "T = 0"
                        : "÷ " + SignedNumber.of(policy.temperature(), 1).replace(".0", "");
            case SOFTMAX -> "softmax";
            case TOP_K -> policy.topK() == 0 ? "top-k off" : "top-k " + policy.topK();
            case TOP_P -> policy.topP() == 1 ? "top-p off" : String.format("top-p %.2f", policy.topP());
            case PROBABILITY -> "probability";
            case DRAWN -> "drawn";
        };
    }

    /** @return 0…1 for a column with a bar */
    double share(Distribution distribution, int rank) {
        return this == SOFTMAX ? distribution.softmax(rank) : distribution.probability(rank);
    }

    String words(Distribution distribution, DrawTally tally, int rank) {
        return switch (this) {
            case TOKEN -> "";
            case LOGIT -> SignedNumber.of(distribution.logits().logit(rank), PLACES);
            case SCALED -> SignedNumber.of(distribution.scaled(rank), PLACES);
            case SOFTMAX -> Percent.of(distribution.softmax(rank));
            case TOP_K -> distribution.isKeptByTopK(rank) ? Percent.of(distribution.afterTopK(rank)) : "cut";
            case TOP_P -> distribution.isKept(rank) ? "✓" : distribution.isKeptByTopK(rank) ? "cut" : NOTHING;
            case PROBABILITY -> distribution.isKept(rank) ? Percent.of(distribution.probability(rank)) : NOTHING;
            case DRAWN -> {
                int count = tally.count(distribution.logits().tokenId(rank));
                yield tally.total() == 0 || !distribution.isKept(rank) ? NOTHING : String.format("%,d", count);
            }
        };
    }
}
