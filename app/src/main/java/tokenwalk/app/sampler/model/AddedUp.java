package tokenwalk.app.sampler.model;

import tokenwalk.runtime.sampling.Distribution;

/** The probabilities that top-k leaves, added up from the best token on: what top-p looks at. Immutable. */
public final class AddedUp {
    private final double[] upTo;

    private AddedUp(double[] upTo) {
        this.upTo = upTo;
    }

    public static AddedUp of(Distribution distribution) {
        double[] upTo = new double[distribution.keptByTopK()];
        double sum = 0;
        for (int rank = 0; rank < upTo.length; rank++) {
            sum += distribution.afterTopK(rank);
            upTo[rank] = Math.min(1, sum);
        }
        return new AddedUp(upTo);
    }

    /** @return how many tokens top-k leaves */
    public int size() {
        return upTo.length;
    }

    /** @return the sum of the tokens up to this rank, itself included, 0…1 */
    public double upTo(int rank) {
        return upTo[rank];
    }

    /** @return the sum of the tokens before this rank, 0…1 */
    public double before(int rank) {
        return rank == 0 ? 0 : upTo[rank - 1];
    }
}
