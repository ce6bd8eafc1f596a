package tokenwalk.runtime.tensor.kernel;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The vectors that matrices are multiplied with, [tokens × columns], and what kernels derive of them: done once, also where
 * several matrices take the same vectors.
 */
public final class Inputs {
    private static final int HALF_BLOCK = 16;

    private final float[] values;
    private final int tokens;
    private final int columns;
    private float @Nullable [] tiles;
    private float @Nullable [] sums;

    /**
     * @param values [tokens × columns], not copied
     * @throws IllegalArgumentException if there are fewer numbers
     */
    public Inputs(float[] values, int tokens, int columns) {
        if (values.length < tokens * columns) {
            throw new IllegalArgumentException(tokens + " × " + columns + " numbers, but " + values.length + " given");
        }
        this.values = values;
        this.tokens = tokens;
        this.columns = columns;
    }

    public int tokens() {
        return tokens;
    }

    public int columns() {
        return columns;
    }

    /** @return [tokens × columns] */
    float[] values() {
        return values;
    }

    /** @return the vectors tile by tile, as {@link Tiles} reads them */
    float[] tiles() {
        return Objects.requireNonNull(tiles, "not prepared");
    }

    void prepareTiles(Workers workers) {
        if (tiles == null) {
            tiles = Tiles.of(values, tokens, columns, workers);
        }
    }

    /** @return the sum of each sixteen numbers, [tokens × columns / 16] */
    float[] sums() {
        return Objects.requireNonNull(sums, "not prepared");
    }

    /** Four sums side by side, so that one need not wait for the other. */
    void prepareSums() {
        if (sums != null) {
            return;
        }
        float[] made = new float[tokens * columns / HALF_BLOCK];
        for (int half = 0; half < made.length; half++) {
            int at = half * HALF_BLOCK;
            float a = 0;
            float b = 0;
            float c = 0;
            float d = 0;
            for (int i = at; i < at + HALF_BLOCK; i += 4) {
                a += values[i];
                b += values[i + 1];
                c += values[i + 2];
                d += values[i + 3];
            }
            made[half] = a + b + (c + d);
        }
        sums = made;
    }
}
