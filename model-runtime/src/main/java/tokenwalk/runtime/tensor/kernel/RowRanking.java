package tokenwalk.runtime.tensor.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Ranks the rows of a large matrix by their products with some vectors, while the products are made: they
 * are looked at while they lie in the cache, then forgotten.
 */
final class RowRanking {
    private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;
    private static final int LANES = Lanes.COUNT;
    private static final int PANEL = Tiles.PANEL;

    /** Sums are kept relative to one of the first products; it is moved when a product is larger by so much. */
    private static final float ROOM = 40;

    /** So many panels of rows are multiplied with all vectors before their products are looked at: in the second-level cache. */
    private static final int PANELS = 3;

    private final PackedMatrix weights;
    private final Inputs x;
    private final int tokens;
    private final int bestCount;
    private final int[] followed;
    private final float[] marks;

    private RowRanking(PackedMatrix weights, Inputs x, int bestCount, int[] followed) {
        this.weights = weights;
        this.x = x;
        this.tokens = followed.length;
        this.bestCount = Math.min(bestCount, weights.rows());
        this.followed = followed;
        this.marks = new float[tokens];
    }

    /**
     * @param x prepared, [tokens × weights.columns]
     * @param followed for each vector the row whose place is told, [tokens]
     * @throws CancellationException if the calling thread is interrupted
     */
    static List<RankedRows> of(Workers workers, PackedMatrix weights, Inputs x, int bestCount, int[] followed) {
        return new RowRanking(weights, x, bestCount, followed).rank(workers);
    }

    private List<RankedRows> rank(Workers workers) {
        measureFollowed();
        AtomicBoolean cancelled = new AtomicBoolean();
        Thread asking = Thread.currentThread();
        List<Part> parts = new ArrayList<>();
        int step = PANELS * PANEL;
        workers.share((weights.rows() + step - 1) / step, 1, (from, to) -> {
            Part part = new Part();
            float[] products = new float[tokens * step];
            for (int i = from; i < to && !cancelled.get(); i++) {
                if (asking.isInterrupted()) {
                    cancelled.set(true);
                }
                part.read(i * step, Math.min(weights.rows(), (i + 1) * step), products);
            }
            synchronized (parts) {
                parts.add(part);
            }
        });
        if (cancelled.get()) {
            throw new CancellationException();
        }
        return IntStream.range(0, tokens)
                .mapToObj(token -> together(parts, token))
                .toList();
    }

    /** First of all, as all rows are, so that the followed row's product is the very number met later. */
    private void measureFollowed() {
        float[] products = new float[tokens * PANEL];
        for (int row : IntStream.of(followed).distinct().toArray()) {
            int first = row / PANEL * PANEL;
            weights.multiply(x, first, Math.min(weights.rows(), first + PANEL), products, 0, PANEL);
            for (int token = 0; token < tokens; token++) {
                if (followed[token] == row) {
                    marks[token] = products[token * PANEL + row - first];
                }
            }
        }
    }

    private RankedRows together(List<Part> parts, int token) {
        double reference =
                parts.stream().mapToDouble(part -> part.references[token]).max().orElseThrow();
        double sum = 0;
        int ahead = 0;
        Part best = new Part();
        for (Part part : parts) {
            sum += part.sum(token) * Math.exp(part.references[token] - reference);
            ahead += part.ahead[token];
            for (int i = 0; i < bestCount; i++) {
                best.offer(token, part.products[token * bestCount + i], part.ids[token * bestCount + i]);
            }
        }
        int from = token * bestCount;
        return new RankedRows(
                Arrays.copyOfRange(best.ids, from, from + bestCount),
                Arrays.copyOfRange(best.products, from, from + bestCount),
                reference + Math.log(sum),
                marks[token],
                ahead);
    }

    /** What one thread has met. */
    private final class Part {
        /** What the sums are relative to. */
        private final float[] references = new float[tokens];

        /** Σ exp(product − reference), lane by lane. */
        private final float[] sums = new float[tokens * LANES];

        private final float[] products = new float[tokens * bestCount];
        private final int[] ids = new int[tokens * bestCount];
        private final int[] ahead = new int[tokens];

        private Part() {
            Arrays.fill(references, Float.NEGATIVE_INFINITY);
            Arrays.fill(products, Float.NEGATIVE_INFINITY);
            Arrays.fill(ids, Integer.MAX_VALUE);
        }

        double sum(int token) {
            double sum = 0;
            for (int lane = 0; lane < LANES; lane++) {
                sum += sums[token * LANES + lane];
            }
            return sum;
        }

        /** @param products room for those of all vectors with these rows */
        void read(int fromRow, int toRow, float[] products) {
            int stride = PANELS * PANEL;
            weights.multiply(x, fromRow, toRow, products, 0, stride);
            for (int token = 0; token < tokens; token++) {
                Arrays.fill(products, token * stride + toRow - fromRow, (token + 1) * stride, Float.NEGATIVE_INFINITY);
                for (int row = fromRow; row < toRow; row += PANEL) {
                    rank(token, row, products, token * stride + row - fromRow);
                }
            }
        }

        private void rank(int token, int firstRow, float[] of, int at) {
            FloatVector low = FloatVector.fromArray(FLOATS, of, at);
            FloatVector high = FloatVector.fromArray(FLOATS, of, at + LANES);
            float least = products[(token + 1) * bestCount - 1];
            VectorMask<Float> good = low.max(high).compare(VectorOperators.GE, least);
            if (good.anyTrue()) {
                offer(token, firstRow, of, at);
            }
            float reference = references[token];
            Exponential.of(low.sub(reference))
                    .add(Exponential.of(high.sub(reference)))
                    .add(FloatVector.fromArray(FLOATS, sums, token * LANES))
                    .intoArray(sums, token * LANES);
            float mark = marks[token];
            int place = followed[token];
            if (firstRow > place) {
                ahead[token] += low.compare(VectorOperators.GT, mark).trueCount()
                        + high.compare(VectorOperators.GT, mark).trueCount();
            } else if (firstRow + PANEL <= place) {
                ahead[token] += low.compare(VectorOperators.GE, mark).trueCount()
                        + high.compare(VectorOperators.GE, mark).trueCount();
            } else {
                for (int r = 0; r < PANEL; r++) {
                    if (of[at + r] > mark || of[at + r] == mark && firstRow + r < place) {
                        ahead[token]++;
                    }
                }
            }
        }

        /** Seldom: something among these is among the best so far. */
        private void offer(int token, int firstRow, float[] of, int at) {
            float largest = Float.NEGATIVE_INFINITY;
            for (int r = 0; r < PANEL && firstRow + r < weights.rows(); r++) {
                largest = Math.max(largest, of[at + r]);
                offer(token, of[at + r], firstRow + r);
            }
            if (largest > references[token] + ROOM || references[token] == Float.NEGATIVE_INFINITY) {
                float change = (float) Math.exp(references[token] - largest);
                for (int lane = 0; lane < LANES; lane++) {
                    sums[token * LANES + lane] *= change;
                }
                references[token] = largest;
            }
        }

        private void offer(int token, float value, int id) {
            int from = token * bestCount;
            int place = from + bestCount;
            while (place > from && isBefore(value, id, place - 1)) {
                place--;
            }
            if (place < from + bestCount) {
                System.arraycopy(products, place, products, place + 1, from + bestCount - place - 1);
                System.arraycopy(ids, place, ids, place + 1, from + bestCount - place - 1);
                products[place] = value;
                ids[place] = id;
            }
        }

        private boolean isBefore(float value, int id, int place) {
            return value > products[place] || value == products[place] && id < ids[place];
        }
    }
}
