package tokenwalk.app.drift.model;

import tokenwalk.runtime.tensor.Vector;

/**
 * What can be said of every token at every level without any projection. Immutable.
 *
 * <p>Cosines are between residual vectors as they are; at level 0 there is no level before: NaN.
 */
public final class LevelMeasures {
    private final int levels;
    private final int tokens;
    private final double[] norms;
    private final double[] toBefore;
    private final double[] toLast;

    private LevelMeasures(int levels, int tokens) {
        this.levels = levels;
        this.tokens = tokens;
        this.norms = new double[levels * tokens];
        this.toBefore = new double[levels * tokens];
        this.toLast = new double[levels * tokens];
    }

    /** Takes a while for a long text: not for the FX thread. */
    public static LevelMeasures of(ResidualStream stream) {
        LevelMeasures measures = new LevelMeasures(stream.levelCount(), stream.tokenCount());
        for (int token = 0; token < stream.tokenCount(); token++) {
            Vector last = stream.vector(stream.levelCount() - 1, token);
            Vector before = last;
            for (int level = 0; level < stream.levelCount(); level++) {
                Vector now = stream.vector(level, token);
                int at = level * stream.tokenCount() + token;
                measures.norms[at] = now.norm();
                measures.toBefore[at] = level == 0 ? Double.NaN : now.cosine(before);
                measures.toLast[at] = now.cosine(last);
                before = now;
            }
        }
        return measures;
    }

    public int levelCount() {
        return levels;
    }

    public int tokenCount() {
        return tokens;
    }

    public double norm(int level, int token) {
        return norms[level * tokens + token];
    }

    /** @return the cosine to the same token one level before; NaN at level 0 */
    public double cosineToBefore(int level, int token) {
        return toBefore[level * tokens + token];
    }

    /** @return the cosine to the same token at the last level */
    public double cosineToLast(int level, int token) {
        return toLast[level * tokens + token];
    }
}
