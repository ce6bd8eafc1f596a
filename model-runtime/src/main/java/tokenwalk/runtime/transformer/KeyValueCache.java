package tokenwalk.runtime.transformer;

import java.util.Arrays;

/** The keys (rotated) and values of the tokens read so far, so that a further token costs one row and not all. */
public final class KeyValueCache {
    private final int width;
    private final int contextLength;
    private final float[][] keys;
    private final float[][] values;
    private int capacity;
    private int length;

    public KeyValueCache(ModelShape shape) {
        this.width = shape.attention().keyValueWidth();
        this.contextLength = shape.contextLength();
        this.keys = new float[shape.layers()][0];
        this.values = new float[shape.layers()][0];
    }

    /** @return how many tokens it holds */
    public int length() {
        return length;
    }

    /** @return bytes that one token takes in all layers: a key and a value each */
    public static long bytesPerToken(ModelShape shape) {
        return 2L * shape.layers() * shape.attention().keyValueWidth() * Float.BYTES;
    }

    /** Forgets all tokens from position {@code newLength} on. */
    public void truncate(int newLength) {
        if (newLength < 0 || newLength > length) {
            throw new IllegalArgumentException("cannot keep " + newLength + " of " + length + " tokens");
        }
        length = newLength;
    }

    /**
     * Takes back a {@link #truncate}: the tokens up to {@code newLength} count again. Only the same tokens may have been
     * read in between.
     */
    public void restore(int newLength) {
        if (newLength < length || newLength > capacity) {
            throw new IllegalArgumentException("cannot restore " + newLength + " tokens after " + length);
        }
        length = newLength;
    }

    /** Makes room for further tokens; they count once {@link #advance} is called. */
    void reserve(int more) {
        int needed = length + more;
        if (needed > contextLength) {
            throw new IllegalArgumentException(
                    needed + " tokens do not fit the model's context of " + contextLength + ". Shorten the text.");
        }
        if (needed > capacity) {
            capacity = Math.min(contextLength, Math.max(needed, Math.max(64, 2 * capacity)));
            for (int layer = 0; layer < keys.length; layer++) {
                keys[layer] = Arrays.copyOf(keys[layer], capacity * width);
                values[layer] = Arrays.copyOf(values[layer], capacity * width);
            }
        }
    }

    void advance(int more) {
        length += more;
    }

    /** @return [position × keyValueWidth], rotated */
    float[] keys(int layer) {
        return keys[layer];
    }

    /** @return [position × keyValueWidth] */
    float[] values(int layer) {
        return values[layer];
    }
}
