package tokenwalk.runtime.lens;

import java.util.stream.IntStream;
import tokenwalk.runtime.tensor.Vector;

/** What a model pays in training for the token that really came next. */
public final class CrossEntropy {
    private CrossEntropy() {}

    /**
     * @param logits [vocabulary]
     * @param target id of the token that came next
     * @return −ln softmax(logits)[target], in nats, added up in float64; throws if there is no such token
     */
    public static double loss(Vector logits, int target) {
        double largest = logits.at(logits.indexOfLargest());
        double sum = IntStream.range(0, logits.size())
                .mapToDouble(id -> Math.exp(logits.at(id) - largest))
                .sum();
        return largest + Math.log(sum) - logits.at(target);
    }

    /**
     * The derivative of {@link #loss} by each logit.
     *
     * @param logits [vocabulary]
     * @return softmax(logits) minus 1 at the target, [vocabulary]; adds up to 0
     */
    public static double[] gradient(Vector logits, int target) {
        double largest = logits.at(logits.indexOfLargest());
        double[] gradient = IntStream.range(0, logits.size())
                .mapToDouble(id -> Math.exp(logits.at(id) - largest))
                .toArray();
        double sum = IntStream.range(0, gradient.length)
                .mapToDouble(id -> gradient[id])
                .sum();
        for (int id = 0; id < gradient.length; id++) {
            gradient[id] /= sum;
        }
        gradient[target] -= 1;
        return gradient;
    }
}
