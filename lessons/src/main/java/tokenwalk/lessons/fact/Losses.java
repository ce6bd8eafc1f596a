package tokenwalk.lessons.fact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tokenwalk.runtime.lens.CrossEntropy;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.trace.Trace;

/** What the model pays for each token of a text, given those before it. */
final class Losses {
    /** So many positions are guessed at once, as on the screen. */
    private static final int PIECE = 32;

    private final LensRows lens;
    private final Trace trace;
    private final List<Double> known = new ArrayList<>();

    Losses(LensRows lens, Trace trace) {
        this.lens = lens;
        this.trace = trace;
    }

    /** @return how many tokens were guessed: all but the first */
    int count() {
        return trace.length() - 1;
    }

    /** @return −ln of the probability that the token at a position had, in nats; positions count from 0, so from 1 here */
    double at(int position) {
        compute(position);
        return known.get(position - 1);
    }

    double mean() {
        compute(count());
        return known.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** @return the position of the token with the highest loss, the first of equal ones */
    int dearest() {
        compute(count());
        return 1 + known.indexOf(Collections.max(known));
    }

    private void compute(int count) {
        while (known.size() < count) {
            int from = known.size();
            List<Vector> logits = lens.predictions(from, Math.min(count(), from + PIECE));
            for (int i = 0; i < logits.size(); i++) {
                known.add(CrossEntropy.loss(
                        logits.get(i), trace.tokens().get(from + i + 1).id()));
            }
        }
    }
}
