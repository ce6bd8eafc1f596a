package tokenwalk.runtime.sampling;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws tokens by chance: the same seed gives the same draws, on every machine and Java version. One uniform number is
 * spent for each draw, also at temperature 0. For one thread.
 *
 * <p>The generator is SplitMix64 (Steele, Lea and Flood 2014). The JDK's own generators are not used: neighbouring seeds
 * of {@link java.util.Random} begin with nearly the same number, and the others' sequences are not promised to stay.
 */
public final class Sampler {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final int DOUBLE_BITS = 53;

    private long state;

    public Sampler(long seed) {
        this.state = seed;
    }

    /** Draws one token. */
    public Draw draw(Distribution distribution) {
        double point = nextPoint();
        return new Draw(distribution.logits().tokenId(distribution.rankAt(point)), point);
    }

    /** Draws many times from the same distribution, each time anew. */
    public List<Draw> draw(Distribution distribution, int times) {
        List<Draw> draws = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            draws.add(draw(distribution));
        }
        return List.copyOf(draws);
    }

    /** @return a uniform number from 0 up to, but not including, 1: the upper 53 bits */
    private double nextPoint() {
        return (nextBits() >>> (Long.SIZE - DOUBLE_BITS)) * 0x1p-53;
    }

    long nextBits() {
        state += GOLDEN_GAMMA;
        long bits = state;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}
