package tokenwalk.app.drift.model;

import java.util.List;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;

/**
 * The residual vectors of one text: level 0 is the embedding, level n is what layer n − 1 leaves behind.
 *
 * @param levels one [tokens × width] matrix a level, all of one shape
 * @param tokens one a row
 */
public record ResidualStream(List<Matrix> levels, List<DriftToken> tokens) {
    public ResidualStream {
        levels = List.copyOf(levels);
        tokens = List.copyOf(tokens);
        if (levels.isEmpty() || tokens.isEmpty()) {
            throw new IllegalArgumentException("a picture needs at least one level and one token");
        }
        for (Matrix level : levels) {
            if (level.rows() != tokens.size()
                    || level.columns() != levels.getFirst().columns()) {
                throw new IllegalArgumentException("a level of %d × %d among %d tokens of width %d"
                        .formatted(
                                level.rows(),
                                level.columns(),
                                tokens.size(),
                                levels.getFirst().columns()));
            }
        }
    }

    public int levelCount() {
        return levels.size();
    }

    public int tokenCount() {
        return tokens.size();
    }

    public int width() {
        return levels.getFirst().columns();
    }

    public Vector vector(int level, int token) {
        return levels.get(level).row(token);
    }
}
