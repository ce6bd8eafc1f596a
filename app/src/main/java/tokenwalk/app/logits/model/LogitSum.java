package tokenwalk.app.logits.model;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tokenwalk.runtime.tensor.Vector;

/**
 * A token's logit as the sum it is: the final vector times the token's row of the unembedding, number by number.
 *
 * @param row the token's row, [width]
 * @param largest the terms of the largest magnitude, largest first
 * @param logit what the model's own pass computed
 */
public record LogitSum(int tokenId, Vector finalVector, Vector row, List<Term> largest, double logit) {
    /**
     * One product of the sum.
     *
     * @param vector the final vector's number
     * @param row the number of the token's row
     */
    public record Term(int dimension, float vector, float row) {
        public double product() {
            return (double) vector * row;
        }
    }

    public LogitSum {
        largest = List.copyOf(largest);
    }

    /**
     * @param shown how many terms are told one by one
     * @throws IllegalArgumentException if the two vectors differ in size
     */
    public static LogitSum of(int tokenId, Vector finalVector, Vector row, int shown, double logit) {
        if (finalVector.size() != row.size()) {
            throw new IllegalArgumentException(finalVector.size() + " numbers against " + row.size());
        }
        List<Term> largest = IntStream.range(0, row.size())
                .mapToObj(i -> new Term(i, finalVector.at(i), row.at(i)))
                .sorted(Comparator.comparingDouble((Term term) -> -Math.abs(term.product()))
                        .thenComparing(Term::dimension))
                .limit(shown)
                .toList();
        return new LogitSum(tokenId, finalVector, row, largest, logit);
    }

    /** @return the sum of all terms, added up in float64 */
    public double total() {
        return finalVector.dot(row);
    }

    /** @return what the terms that are not told one by one add up to */
    public double rest() {
        return total() - largest.stream().mapToDouble(Term::product).sum();
    }

    public int restCount() {
        return row.size() - largest.size();
    }

    /** @return how far the sum is from the model's own logit: rounding, since the model adds in another order */
    public double difference() {
        return Math.abs(total() - logit);
    }
}
