package tokenwalk.runtime.transformer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tokenwalk.runtime.tensor.StoredMatrix;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.tensor.kernel.Arithmetic;

/**
 * The table that gives each token its first residual vector: one row a token, whatever stands around it. Immutable, but
 * for the norms and the centre of its rows, which are computed when somebody first asks.
 */
public final class EmbeddingTable {
    private static final int ROW_STEP = 16;
    private static final int NONE = -1;

    /**
     * A row and by what it was found.
     *
     * @param id the row's token
     * @param measure a cosine, a norm or a distance
     */
    public record RankedRow(int id, double measure) {}

    /**
     * What is true of the table as a whole.
     *
     * @param norms the length of each row, [vocabulary]
     * @param centre the mean of all rows, [width]
     */
    private record Extent(Vector norms, Vector centre) {}

    private final StoredMatrix rows;
    private final Arithmetic arithmetic;
    private volatile @Nullable Extent extent;

    EmbeddingTable(StoredMatrix rows, Arithmetic arithmetic) {
        this.rows = rows;
        this.arithmetic = arithmetic;
    }

    /** @return number of tokens */
    public int vocabulary() {
        return rows.rows();
    }

    /** @return numbers in a row */
    public int width() {
        return rows.columns();
    }

    /**
     * @return the row of a token, [width]
     * @throws IllegalArgumentException if the id is outside the vocabulary
     */
    public Vector row(int id) {
        float[] row = new float[width()];
        copyRow(id, row, 0);
        return Vector.of(row);
    }

    /** @return what reading one row takes */
    StageWeights oneRow() {
        return StageWeights.oneRow(rows);
    }

    /** Writes a token's row to {@code target[at…]}. */
    void copyRow(int id, float[] target, int at) {
        if (id < 0 || id >= vocabulary()) {
            throw new IllegalArgumentException(
                    "There is no token " + id + ": the vocabulary has " + vocabulary() + ".");
        }
        rows.unpack(id, target, at);
    }

    /** @return the other rows that point most nearly the same way as a token's, by cosine, highest first */
    public List<RankedRow> nearest(int id, int count) {
        return nearest(row(id), count, id);
    }

    /** @return the rows that point most nearly the same way as a vector, by cosine, highest first */
    public List<RankedRow> nearest(Vector direction, int count) {
        return nearest(direction, count, NONE);
    }

    private List<RankedRow> nearest(Vector direction, int count, int except) {
        Vector norms = extent().norms();
        float[] products = products(direction);
        double own = direction.norm();
        return first(count, except, Comparator.reverseOrder(), id -> {
            double lengths = own * norms.at(id);
            return lengths == 0 ? 0 : products[id] / lengths;
        });
    }

    /** @return the length of a row */
    public double norm(int id) {
        return extent().norms().at(id);
    }

    /** @return the mean of all rows, [width] */
    public Vector centre() {
        return extent().centre();
    }

    /** @return the length of the row in the middle, when all are sorted by length */
    public double medianNorm() {
        float[] sorted = extent().norms().toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** @return the shortest rows, by norm, shortest first */
    public List<RankedRow> shortest(int count) {
        Vector norms = extent().norms();
        return first(count, NONE, Comparator.naturalOrder(), norms::at);
    }

    /**
     * @return the rows nearest to {@link #centre}, by distance, nearest first: a token that training never asked for is
     *     only ever pushed the way that all tokens are pushed; Land &amp; Bartolo 2024, «Fishing for Magikarp»
     */
    public List<RankedRow> nearestToCentre(int count) {
        Extent all = extent();
        float[] products = products(all.centre());
        double square = all.centre().dot(all.centre());
        return first(count, NONE, Comparator.naturalOrder(), id -> {
            double norm = all.norms().at(id);
            return Math.sqrt(Math.max(0, norm * norm - 2.0 * products[id] + square));
        });
    }

    /** The table need not be packed for this: it is done when somebody looks. */
    private float[] products(Vector direction) {
        float[] by = direction.toArray();
        float[] products = new float[vocabulary()];
        arithmetic.workers().share(vocabulary(), ROW_STEP, (from, to) -> {
            float[] row = new float[by.length];
            for (int id = from; id < to; id++) {
                rows.unpack(id, row, 0);
                products[id] = arithmetic.kernel().dot(row, 0, by, 0, by.length);
            }
        });
        return products;
    }

    private List<RankedRow> first(int count, int except, Comparator<Double> order, IntToDoubleFunction measure) {
        double[] measures =
                IntStream.range(0, vocabulary()).mapToDouble(measure).toArray();
        Comparator<Integer> better = Comparator.<Integer, Double>comparing(id -> measures[id], order)
                .thenComparing(Comparator.naturalOrder());
        List<Integer> held = new ArrayList<>(count + 1);
        for (int id = 0; id < measures.length; id++) {
            if (id == except || held.size() == count && better.compare(id, held.getLast()) > 0) {
                continue;
            }
            int place = held.size();
            while (place > 0 && better.compare(id, held.get(place - 1)) < 0) {
                place--;
            }
            held.add(place, id);
            if (held.size() > count) {
                held.removeLast();
            }
        }
        return held.stream().map(id -> new RankedRow(id, measures[id])).toList();
    }

    /** Computed once; that two threads may both do so at first does no harm. */
    private Extent extent() {
        Extent known = extent;
        if (known == null) {
            known = measure();
            extent = known;
        }
        return known;
    }

    private Extent measure() {
        int width = width();
        float[] norms = new float[vocabulary()];
        double[] sums = new double[width];
        arithmetic.workers().share(vocabulary(), ROW_STEP, (from, to) -> {
            float[] row = new float[width];
            double[] own = new double[width];
            for (int id = from; id < to; id++) {
                rows.unpack(id, row, 0);
                double square = 0;
                for (int i = 0; i < width; i++) {
                    square += (double) row[i] * row[i];
                    own[i] += row[i];
                }
                norms[id] = (float) Math.sqrt(square);
            }
            synchronized (sums) {
                Arrays.setAll(sums, i -> sums[i] + own[i]);
            }
        });
        float[] centre = new float[width];
        for (int i = 0; i < width; i++) {
            centre[i] = (float) (sums[i] / vocabulary());
        }
        return new Extent(Vector.of(norms), Vector.of(centre));
    }
}
