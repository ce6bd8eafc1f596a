package tokenwalk.app.drift.model;

import java.util.ArrayList;
import java.util.List;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.trace.Trace;

/**
 * The residual vectors of one text: level 0 is the embedding, level n is what layer n − 1 leaves behind.
 *
 * @param levelCount how many levels there are
 * @param tokens the text
 * @param residuals where the vectors lie; they must not change
 */
public record ResidualStream(int levelCount, List<DriftToken> tokens, Residuals residuals) {
    /** Gives the residual vector of a level and token. */
    @FunctionalInterface
    public interface Residuals {
        Vector at(int level, int token);
    }

    public ResidualStream {
        tokens = List.copyOf(tokens);
        if (levelCount < 1 || tokens.isEmpty()) {
            throw new IllegalArgumentException("a picture needs at least one level and one token");
        }
    }

    /**
     * @param levels one [tokens × width] matrix a level, all of one shape
     * @param tokens one a row
     */
    public static ResidualStream of(List<Matrix> levels, List<DriftToken> tokens) {
        List<Matrix> copy = List.copyOf(levels);
        for (Matrix level : copy) {
            if (level.rows() != tokens.size()
                    || level.columns() != copy.getFirst().columns()) {
                throw new IllegalArgumentException("a level of %d × %d among %d tokens of width %d"
                        .formatted(
                                level.rows(),
                                level.columns(),
                                tokens.size(),
                                copy.getFirst().columns()));
            }
        }
        return new ResidualStream(
                copy.size(), tokens, (level, token) -> copy.get(level).row(token));
    }

    /** @return what a model computed for a text */
    public static ResidualStream of(Trace trace) {
        List<DriftToken> tokens = new ArrayList<>();
        for (Token token : trace.tokens()) {
            tokens.add(new DriftToken(token.text(), tokens.size() + 1));
        }
        return new ResidualStream(trace.shape().levels(), tokens, trace::residual);
    }

    /** @return the end of the text: so many tokens, or all there are */
    ResidualStream last(int most) {
        int left = Math.max(0, tokens.size() - most);
        return new ResidualStream(
                levelCount, tokens.subList(left, tokens.size()), (level, token) -> residuals.at(level, left + token));
    }

    public int tokenCount() {
        return tokens.size();
    }

    public int width() {
        return vector(0, 0).size();
    }

    public Vector vector(int level, int token) {
        return residuals.at(level, token);
    }
}
