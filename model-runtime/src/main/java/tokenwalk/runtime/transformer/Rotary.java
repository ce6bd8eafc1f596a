package tokenwalk.runtime.transformer;

import tokenwalk.runtime.tensor.Vector;

/**
 * The rotary position embedding: at position p the pair (i, i + D/2) of a query or key of width D is turned by the
 * angle {@code p · base^(−2i/D)}, so that a score depends on the distance of two tokens; Su et al. 2021, «RoFormer».
 */
public final class Rotary {
    private final double[] frequencies;

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
        if (raw.size() != 2 * frequencies.length) {
            throw new IllegalArgumentException("a head of " + 2 * frequencies.length + " numbers, not " + raw.size());
        }
        float[] values = raw.toArray();
        rotate(values, 0, 1, position);
        return Vector.of(values);
    }

    /** Turns each head of one token, in place: {@code heads} runs of the head's width from {@code at} on. */
    public void rotate(float[] values, int at, int heads, int position) {
        int half = frequencies.length;
        for (int pair = 0; pair < half; pair++) {
            double angle = angle(pair, position);
            float cosine = (float) Math.cos(angle);
            float sine = (float) Math.sin(angle);
            for (int head = 0; head < heads; head++) {
                int first = at + head * 2 * half + pair;
                float a = values[first];
                float b = values[first + half];
                values[first] = a * cosine - b * sine;
                values[first + half] = b * cosine + a * sine;
            }
        }
    }
}
