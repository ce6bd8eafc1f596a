package tokenwalk.runtime.lens;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.transformer.Unembedding;

/**
 * Reads a residual vector of any level as if it were the last: final norm, unembedding, softmax; nostalgebraist 2020,
 * «interpreting GPT: the logit lens». At the last level this is the model's own prediction.
 */
public final class Lens {
    /** So many residual vectors go through the unembedding at once: 16 × 49,152 logits are 3 MB. */
    private static final int BATCH = 16;

    private final Unembedding unembedding;

    public Lens(Unembedding unembedding) {
        this.unembedding = unembedding;
    }

    /**
     * @param residuals vectors of any level
     * @param bestCount how many tokens each reading lists
     * @param followed id of the token whose rank is told
     * @return a reading for each vector
     * @throws CancellationException if the thread is interrupted, seen before each batch
     */
    public List<LensReading> read(List<Vector> residuals, int bestCount, int followed) {
        List<LensReading> readings = new ArrayList<>(residuals.size());
        for (int from = 0; from < residuals.size(); from += BATCH) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            List<Vector> batch = residuals.subList(from, Math.min(residuals.size(), from + BATCH));
            int width = batch.getFirst().size();
            float[] rows = new float[batch.size() * width];
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).copyTo(rows, i * width);
            }
            Matrix logits = unembedding.logits(Matrix.of(batch.size(), width, rows));
            for (int i = 0; i < batch.size(); i++) {
                readings.add(reading(logits.row(i), bestCount, followed));
            }
        }
        return readings;
    }

    /** @return a reading of scores that are known already, [vocabulary] */
    public static LensReading reading(Vector logits, int bestCount, int followed) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int id = 0; id < logits.size(); id++) {
            largest = Math.max(largest, logits.at(id));
        }
        double sum = 0;
        int better = 0;
        float mark = logits.at(followed);
        for (int id = 0; id < logits.size(); id++) {
            float logit = logits.at(id);
            sum += Math.exp(logit - largest);
            if (logit > mark || (logit == mark && id < followed)) {
                better++;
            }
        }
        List<Candidate> best = new ArrayList<>(bestCount);
        for (int id : best(logits, bestCount)) {
            best.add(new Candidate(id, best.size() + 1, Math.exp(logits.at(id) - largest) / sum));
        }
        return new LensReading(best, new Candidate(followed, better + 1, Math.exp(mark - largest) / sum));
    }

    /** The ids of the highest scores, highest first; of equal ones the lower id first. */
    private static int[] best(Vector logits, int count) {
        int[] ids = new int[Math.min(count, logits.size())];
        int held = 0;
        for (int id = 0; id < logits.size(); id++) {
            float logit = logits.at(id);
            if (held == ids.length && logit <= logits.at(ids[held - 1])) {
                continue;
            }
            int place = held < ids.length ? held++ : held - 1;
            while (place > 0 && logits.at(ids[place - 1]) < logit) {
                ids[place] = ids[place - 1];
                place--;
            }
            ids[place] = id;
        }
        return ids;
    }
}
