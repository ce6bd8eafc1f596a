package tokenwalk.runtime.transformer;

import java.util.Arrays;
import tokenwalk.runtime.tensor.Vector;

/**
 * The rotary position embedding: at position p the pair (i, i + D/2) of a query or key of width D is turned by the
 * angle {@code p · base^(−2i/D)}, so that a score depends on the distance of two tokens; Su et al. 2021, «RoFormer».
 */
public final class Rotary implements Positions {
    /** Turns nothing: for models that tell positions in another way. */
    public static final Rotary NONE = new Rotary(new double[0]);

    private final double[] frequencies;
    private volatile Turns turns = new Turns(0, new float[0], new float[0]);

    private Rotary(double[] frequencies) {
        this.frequencies = frequencies;
    }

    /** @throws IllegalArgumentException if the width is odd or the base is not above zero */
    public Rotary(int headWidth, double base) {
        if (headWidth % 2 != 0 || !(base > 0)) {
            throw new IllegalArgumentException("no rotation of width " + headWidth + " with base " + base);
        }
        frequencies = new double[headWidth / 2];
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] = Math.pow(base, -2.0 * i / headWidth);
        }
    }

    /** @return the same, each pair slowed down by its factor, as GGUF's {@code rope_freqs} tells it; [pairs] */
    public Rotary slowedBy(float[] factors) {
        if (factors.length != frequencies.length) {
            throw new IllegalArgumentException(factors.length + " factors for " + frequencies.length + " pairs");
        }
        double[] slowed = frequencies.clone();
        for (int i = 0; i < slowed.length; i++) {
            slowed[i] /= factors[i];
        }
        return new Rotary(slowed);
    }

    /**
     * The scaling of Llama 3.1: pairs that turn slowly, by which far tokens are told apart, are slowed down by a factor;
     * fast ones stay; those between are blended. Grattafiori et al. 2024; constants as in the model's configuration.
     *
     * @param scaling how far the trained context is stretched
     */
    public Rotary scaledAsLlama3(Llama3Scaling scaling) {
        double[] scaled = frequencies.clone();
        for (int i = 0; i < scaled.length; i++) {
            double turns = scaling.trainedContext() * scaled[i] / (2 * Math.PI);
            double kept = (turns - scaling.lowFactor()) / (scaling.highFactor() - scaling.lowFactor());
            double share = Math.clamp(kept, 0, 1);
            scaled[i] = (1 - share) * scaled[i] / scaling.factor() + share * scaled[i];
        }
        return new Rotary(scaled);
    }

    /**
     * @param factor by how much the slowest pairs are slowed down
     * @param lowFactor pairs with fewer turns within the trained context are slowed down wholly
     * @param highFactor pairs with more turns stay
     * @param trainedContext the context before stretching
     */
    public record Llama3Scaling(double factor, double lowFactor, double highFactor, int trainedContext) {
        public Llama3Scaling {
            if (!(factor >= 1) || !(highFactor > lowFactor) || !(lowFactor > 0) || trainedContext < 1) {
                throw new IllegalArgumentException("no scaling by " + factor + ", " + lowFactor + ", " + highFactor);
            }
        }
    }

    /** @return how many pairs of numbers turn */
    public int pairs() {
        return frequencies.length;
    }

    /** @return by how many radians pair i turns at a position */
    public double angle(int pair, int position) {
        return position * frequencies[pair];
    }

    /** @return a query or key of one head as it stands at a position, [headWidth] */
    public Vector rotated(Vector raw, int position) {
        if (frequencies.length == 0) {
            return raw;
        }
        if (raw.size() != 2 * frequencies.length) {
            throw new IllegalArgumentException("a head of " + 2 * frequencies.length + " numbers, not " + raw.size());
        }
        float[] turned = new float[raw.size()];
        rotate(raw.toArray(), 0, raw.size(), turns(position + 1), position, 1, turned, 0);
        return Vector.of(turned);
    }

    /**
     * Turns a query or key of one head and scales it: {@code factor · (a cos − b sin)} and {@code factor · (b cos + a sin)}
     * for each pair (a, b).
     *
     * @param turns of at least this position, see {@link #turns}
     * @param width of the head
     */
    void rotate(float[] x, int from, int width, Turns turns, int position, float factor, float[] y, int to) {
        int half = frequencies.length;
        if (half == 0) {
            for (int i = 0; i < width; i++) {
                y[to + i] = factor * x[from + i];
            }
            return;
        }
        int at = position * half;
        float[] cosines = turns.cosines;
        float[] sines = turns.sines;
        for (int i = 0; i < half; i++) {
            float a = factor * x[from + i];
            float b = factor * x[from + half + i];
            y[to + i] = a * cosines[at + i] - b * sines[at + i];
            y[to + half + i] = b * cosines[at + i] + a * sines[at + i];
        }
    }

    /** @return cosines and sines of all positions below {@code count}, made once */
    Turns turns(int count) {
        Turns known = turns;
        if (known.positions >= count) {
            return known;
        }
        // Several threads may come here at once: each makes the same numbers, and one of the tables stays.
        int half = frequencies.length;
        int positions = Math.max(count, Math.max(256, 2 * known.positions));
        float[] cosines = Arrays.copyOf(known.cosines, positions * half);
        float[] sines = Arrays.copyOf(known.sines, positions * half);
        for (int position = known.positions; position < positions; position++) {
            for (int pair = 0; pair < half; pair++) {
                double angle = angle(pair, position);
                cosines[position * half + pair] = (float) Math.cos(angle);
                sines[position * half + pair] = (float) Math.sin(angle);
            }
        }
        Turns made = new Turns(positions, cosines, sines);
        turns = made;
        return made;
    }

    /** Cosines and sines of the angles, [positions × pairs]. */
    static final class Turns {
        private final int positions;
        private final float[] cosines;
        private final float[] sines;

        private Turns(int positions, float[] cosines, float[] sines) {
            this.positions = positions;
            this.cosines = cosines;
            this.sines = sines;
        }
    }
}
