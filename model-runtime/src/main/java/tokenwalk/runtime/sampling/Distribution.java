package tokenwalk.runtime.sampling;

import java.util.Objects;

/**
 * The next token's distribution under a policy, every stage of it: logit → divided by the temperature → softmax → top-k →
 * top-p. All stages run over the whole vocabulary and are asked for by rank (0 is the best token). Both filters keep the
 * first ranks, so a stage is the softmax and how many of them it keeps. Immutable; derived in one pass, without sorting.
 */
public final class Distribution {
    /** Forgives the rounding of sums: 0.5 + 0.4 reaches a top-p of 0.9 however they were computed. */
    private static final double ROUNDING = 1e-12;

    private final RankedLogits logits;
    private final SamplingPolicy policy;
    private final double[] softmaxByRank;
    private final double[] softmaxUpTo;
    private final int keptByTopK;
    private final int kept;

    private Distribution(RankedLogits logits, SamplingPolicy policy) {
        this.logits = logits;
        this.policy = policy;
        this.softmaxByRank = softmax(logits, policy.temperature());
        this.softmaxUpTo = runningSum(softmaxByRank);
        this.keptByTopK = policy.topK() == 0 ? logits.size() : Math.min(policy.topK(), logits.size());
        this.kept = policy.topP() == 1 ? keptByTopK : firstReaching(policy.topP());
    }

    public static Distribution of(RankedLogits logits, SamplingPolicy policy) {
        return new Distribution(logits, policy);
    }

    /** @return [vocabulary] exp of the distance to the best logit over the temperature, normalised in float64 */
    private static double[] softmax(RankedLogits logits, double temperature) {
        double[] probabilities = new double[logits.size()];
        if (temperature == 0) {
            probabilities[0] = 1;
            return probabilities;
        }
        double best = logits.logit(0);
        double sum = 0;
        for (int rank = 0; rank < probabilities.length; rank++) {
            probabilities[rank] = Math.exp((logits.logit(rank) - best) / temperature);
            sum += probabilities[rank];
        }
        for (int rank = 0; rank < probabilities.length; rank++) {
            probabilities[rank] /= sum;
        }
        return probabilities;
    }

    private static double[] runningSum(double[] numbers) {
        double[] sums = new double[numbers.length];
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += numbers[i];
            sums[i] = sum;
        }
        return sums;
    }

    private int firstReaching(double share) {
        double wanted = (share - ROUNDING) * softmaxUpTo[keptByTopK - 1];
        int count = 1;
        while (count < keptByTopK && softmaxUpTo[count - 1] < wanted) {
            count++;
        }
        return count;
    }

    public RankedLogits logits() {
        return logits;
    }

    public SamplingPolicy policy() {
        return policy;
    }

    /** @return the vocabulary's size */
    public int size() {
        return softmaxByRank.length;
    }

    /** @return logit ÷ temperature; at temperature 0, which nothing can be divided by, the logit itself */
    public double scaled(int rank) {
        return policy.alwaysBest() ? logits.logit(rank) : logits.logit(rank) / policy.temperature();
    }

    /** @return the probability before the filters, 0…1; at temperature 0 the best token has it all */
    public double softmax(int rank) {
        return softmaxByRank[rank];
    }

    /** @return how many tokens top-k keeps: the first of the ranking; all if it is off */
    public int keptByTopK() {
        return keptByTopK;
    }

    public boolean isKeptByTopK(int rank) {
        return Objects.checkIndex(rank, size()) < keptByTopK;
    }

    /** @return the probability among those that top-k keeps, 0 for the others */
    public double afterTopK(int rank) {
        return isKeptByTopK(rank) ? softmaxByRank[rank] / softmaxUpTo[keptByTopK - 1] : 0;
    }

    /**
     * How many tokens both filters keep: of those top-k keeps, the smallest number of best tokens whose probability there
     * reaches top-p; the token that crosses it is in.
     *
     * @return 1 or more
     */
    public int kept() {
        return kept;
    }

    public boolean isKept(int rank) {
        return Objects.checkIndex(rank, size()) < kept;
    }

    /** @return the probability a token is drawn with, after both filters; 0 for those cut */
    public double probability(int rank) {
        return isKept(rank) ? softmaxByRank[rank] / softmaxUpTo[kept - 1] : 0;
    }

    /** @return the probability a token is drawn with; throws {@link IndexOutOfBoundsException} for an unknown id */
    public double probabilityOf(int tokenId) {
        return probability(logits.rank(tokenId));
    }

    /** @return the softmax probability that top-k takes away, 0…1 */
    public double massCutByTopK() {
        return massBetween(keptByTopK, size());
    }

    /** @return the share of what top-k leaves that top-p takes away, 0…1 */
    public double massCutByTopP() {
        return massBetween(kept, keptByTopK) / softmaxUpTo[keptByTopK - 1];
    }

    /** Summed from the small end, so that a tiny mass is not lost beside a large one. */
    private double massBetween(int from, int to) {
        double mass = 0;
        for (int rank = to - 1; rank >= from; rank--) {
            mass += softmaxByRank[rank];
        }
        return mass;
    }

    /** @return the entropy of what is drawn from, in bits: 0 if one token has it all */
    public double entropy() {
        double bits = 0;
        for (int rank = 0; rank < kept; rank++) {
            double probability = probability(rank);
            if (probability > 0) {
                bits -= probability * Math.log(probability) / Math.log(2);
            }
        }
        return bits;
    }

    /** @return where a token's stretch of the unit line begins; the tokens kept lie on it side by side, by rank */
    public double lineStart(int rank) {
        int before = Math.min(Objects.checkIndex(rank, size()), kept);
        return before == 0 ? 0 : softmaxUpTo[before - 1] / softmaxUpTo[kept - 1];
    }

    /**
     * The token whose stretch of the unit line a point falls on.
     *
     * @param point from 0 up to, but not including, 1
     * @return its rank
     * @throws IllegalArgumentException if the point is not on the line
     */
    public int rankAt(double point) {
        if (!(point >= 0 && point < 1)) {
            throw new IllegalArgumentException("The point " + point + " is not on the line from 0 to 1.");
        }
        double wanted = point * softmaxUpTo[kept - 1];
        int low = 0;
        int high = kept - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (softmaxUpTo[middle] > wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
