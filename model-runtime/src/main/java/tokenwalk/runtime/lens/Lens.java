package tokenwalk.runtime.lens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.tensor.kernel.RankedRows;
import tokenwalk.runtime.transformer.Unembedding;

/**
 * Reads a residual vector of any level as if it were the last: final norm, unembedding, softmax; nostalgebraist 2020,
 * «interpreting GPT: the logit lens». At the last level this is the model's own prediction.
 */
public final class Lens {
    /** So many residual vectors go through the unembedding at once: all levels of twelve tokens and more. */
    private static final int BATCH = 384;

    private final Unembedding unembedding;

    public Lens(Unembedding unembedding) {
        this.unembedding = unembedding;
    }

    /**
     * @param residuals vectors of any level
     * @param bestCount how many tokens each reading lists
     * @param followed id of the token whose rank is told
     * @return a reading for each vector
     * @throws CancellationException if the thread is interrupted
     */
    public List<LensReading> read(List<Vector> residuals, int bestCount, int followed) {
        int[] same = new int[residuals.size()];
        Arrays.fill(same, followed);
        return read(residuals, bestCount, same);
    }

    /**
     * @param residuals vectors of any level
     * @param bestCount how many tokens each reading lists
     * @param followed for each vector the id of the token whose rank is told
     * @return a reading for each vector
     * @throws CancellationException if the thread is interrupted
     */
    public List<LensReading> read(List<Vector> residuals, int bestCount, int[] followed) {
        List<LensReading> readings = new ArrayList<>(residuals.size());
        for (int from = 0; from < residuals.size(); from += BATCH) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            int to = Math.min(residuals.size(), from + BATCH);
            int[] ids = Arrays.copyOfRange(followed, from, to);
            List<RankedRows> ranked = unembedding.rank(stacked(residuals.subList(from, to)), bestCount, ids);
            for (int i = 0; i < ids.length; i++) {
                readings.add(reading(ranked.get(i), ids[i]));
            }
        }
        return readings;
    }

    private static Matrix stacked(List<Vector> vectors) {
        int width = vectors.getFirst().size();
        float[] rows = new float[vectors.size() * width];
        for (int i = 0; i < vectors.size(); i++) {
            vectors.get(i).copyTo(rows, i * width);
        }
        return Matrix.of(vectors.size(), width, rows);
    }

    /** @return a reading of scores that are known already, [vocabulary] */
    public static LensReading reading(Vector logits, int bestCount, int followed) {
        return reading(RankedRows.of(logits.toArray(), 0, logits.size(), bestCount, followed), followed);
    }

    private static LensReading reading(RankedRows ranked, int followed) {
        List<Candidate> best = IntStream.range(0, ranked.best().length)
                .mapToObj(i -> new Candidate(ranked.best()[i], i + 1, ranked.probability(ranked.products()[i])))
                .toList();
        return new LensReading(
                best, new Candidate(followed, ranked.ahead() + 1, ranked.probability(ranked.followedProduct())));
    }
}
