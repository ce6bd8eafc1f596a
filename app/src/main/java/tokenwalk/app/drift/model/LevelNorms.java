package tokenwalk.app.drift.model;

import java.util.Arrays;
import java.util.Objects;

/** The length of every residual vector, and each level's median. */
final class LevelNorms {
    /** Above so many medians a vector is a giant: it would take the first axis for itself. */
    static final double GIANT = 10;

    private final int tokens;
    private final double[] norms;
    private final double[] medians;

    LevelNorms(ResidualStream stream) {
        tokens = stream.tokenCount();
        norms = new double[stream.levelCount() * tokens];
        medians = new double[stream.levelCount()];
        for (int level = 0; level < medians.length; level++) {
            for (int token = 0; token < tokens; token++) {
                norms[level * tokens + token] = stream.vector(level, token).norm();
            }
            medians[level] = median(Arrays.copyOfRange(norms, level * tokens, (level + 1) * tokens));
        }
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    double norm(int level, int token) {
        return norms[level * tokens + Objects.checkIndex(token, tokens)];
    }

    /** @return the norm divided by its level's median; 1 where that is 0 */
    double ratio(int level, int token) {
        return medians[level] == 0 ? 1 : norm(level, token) / medians[level];
    }

    boolean isGiant(int level, int token) {
        return ratio(level, token) > GIANT;
    }
}
