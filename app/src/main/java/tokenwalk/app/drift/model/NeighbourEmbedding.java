package tokenwalk.app.drift.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import tokenwalk.runtime.tensor.Vector;

/**
 * Exact t-SNE, van der Maaten &amp; Hinton 2008, «Visualizing Data using t-SNE», with their settings and a fixed seed: the
 * same vectors always give the same spots. Takes so many iterations at a time as it is told to.
 */
final class NeighbourEmbedding {
    static final int ITERATIONS = 600;

    private static final double PERPLEXITY = 30;
    private static final int EXAGGERATED = 100;
    private static final double EXAGGERATION = 4;
    private static final int HEAVY_FROM = 250;
    private static final double RATE = 100;
    private static final double LEAST_GAIN = 0.01;
    private static final double START = 1e-4;
    private static final double FLOOR = 1e-12;
    private static final int SEED = 2008;

    private final int count;
    /** [count × count], symmetric, adds up to 1: how much two vectors are neighbours. */
    private final double[] affinity;

    private final double[] kernel;
    private final double[] place;
    private final double[] step;
    private final double[] gain;
    private int done;

    /** @param vectors at least one */
    NeighbourEmbedding(List<Vector> vectors) {
        count = vectors.size();
        affinity = affinities(squaredDistances(vectors), count);
        kernel = new double[count * count];
        place = new double[2 * count];
        step = new double[2 * count];
        gain = new double[2 * count];
        Arrays.fill(gain, 1);
        Random random = new Random(SEED);
        for (int i = 0; i < place.length; i++) {
            place[i] = START * random.nextGaussian();
        }
    }

    private static double[] squaredDistances(List<Vector> vectors) {
        int count = vectors.size();
        double[] distances = new double[count * count];
        double[] squares = vectors.stream().mapToDouble(v -> v.dot(v)).toArray();
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                double square =
                        Math.max(0, squares[i] + squares[j] - 2 * vectors.get(i).dot(vectors.get(j)));
                distances[i * count + j] = square;
                distances[j * count + i] = square;
            }
        }
        return distances;
    }

    /** Gives every vector the same effective number of neighbours, then makes the relation mutual. */
    private static double[] affinities(double[] distances, int count) {
        double[] one = new double[count * count];
        double perplexity = Math.max(1, Math.min(PERPLEXITY, (count - 1) / 3.0));
        for (int i = 0; i < count; i++) {
            row(distances, one, i, count, Math.log(perplexity));
        }
        double[] both = new double[count * count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                both[i * count + j] = Math.max(FLOOR, (one[i * count + j] + one[j * count + i]) / (2 * count));
            }
        }
        return both;
    }

    /** Searches, by halving, the width of the bell around a vector whose entropy is the one that is wanted. */
    private static void row(double[] distances, double[] to, int i, int count, double entropy) {
        double sharpness = 1;
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        for (int attempt = 0; attempt < 60; attempt++) {
            double sum = 0;
            double weighted = 0;
            for (int j = 0; j < count; j++) {
                double p = j == i ? 0 : Math.exp(-distances[i * count + j] * sharpness);
                to[i * count + j] = p;
                sum += p;
                weighted += p * distances[i * count + j];
            }
            double total = Math.max(sum, Double.MIN_NORMAL);
            double gap = Math.log(total) + sharpness * weighted / total - entropy;
            for (int j = 0; j < count; j++) {
                to[i * count + j] /= total;
            }
            if (Math.abs(gap) < 1e-5) {
                return;
            }
            if (gap > 0) {
                low = sharpness;
                sharpness = Double.isInfinite(high) ? 2 * sharpness : (low + high) / 2;
            } else {
                high = sharpness;
                sharpness = (low + high) / 2;
            }
        }
    }

    boolean isDone() {
        return done >= ITERATIONS;
    }

    /** @return 0…1 */
    double progress() {
        return (double) done / ITERATIONS;
    }

    /** Goes on by so many iterations, or to the end. */
    void advance(int iterations) {
        for (int i = 0; i < iterations && !isDone(); i++) {
            iterate();
            done++;
        }
    }

    private void iterate() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                double x = place[2 * i] - place[2 * j];
                double y = place[2 * i + 1] - place[2 * j + 1];
                double near = 1 / (1 + x * x + y * y);
                kernel[i * count + j] = near;
                kernel[j * count + i] = near;
                sum += 2 * near;
            }
        }
        double exaggeration = done < EXAGGERATED ? EXAGGERATION : 1;
        double momentum = done < HEAVY_FROM ? 0.5 : 0.8;
        double scale = 1 / Math.max(sum, FLOOR);
        double[] slope = new double[2 * count];
        for (int i = 0; i < count; i++) {
            double x = 0;
            double y = 0;
            for (int j = 0; j < count; j++) {
                double near = kernel[i * count + j];
                double pull = (exaggeration * affinity[i * count + j] - near * scale) * near;
                x += pull * (place[2 * i] - place[2 * j]);
                y += pull * (place[2 * i + 1] - place[2 * j + 1]);
            }
            slope[2 * i] = 4 * x;
            slope[2 * i + 1] = 4 * y;
        }
        move(slope, momentum);
    }

    private void move(double[] slope, double momentum) {
        double[] mean = new double[2];
        for (int i = 0; i < place.length; i++) {
            boolean turned = Math.signum(slope[i]) != Math.signum(step[i]);
            gain[i] = Math.max(LEAST_GAIN, turned ? gain[i] + 0.2 : gain[i] * 0.8);
            step[i] = momentum * step[i] - RATE * gain[i] * slope[i];
            place[i] += step[i];
            mean[i % 2] += place[i] / count;
        }
        for (int i = 0; i < place.length; i++) {
            place[i] -= mean[i % 2];
        }
    }

    /** @return where the vectors are now, in their order */
    List<Spot> spots() {
        List<Spot> spots = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            spots.add(new Spot(place[2 * i], place[2 * i + 1]));
        }
        return spots;
    }
}
