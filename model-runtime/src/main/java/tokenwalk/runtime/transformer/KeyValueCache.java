package tokenwalk.runtime.transformer;

import java.util.ArrayList;
import java.util.List;
import tokenwalk.runtime.tensor.kernel.AttentionKernel;
import tokenwalk.runtime.tensor.kernel.KeyValueLayout;

/**
 * The keys (rotated) and values of the tokens read so far, so that a further token costs one row and not all. They lie in
 * pages of {@link KeyValueLayout#POSITIONS} tokens, each with all layers, so that a text grows without copying.
 */
public final class KeyValueCache {
    /** Large arrays begin with a region of the heap, 16 bytes before their numbers: from here on, cache lines are whole. */
    private static final int FIRST = 12;

    private final int layers;
    private final int heads;
    private final int contextLength;
    private final AttentionKernel kernel;
    private final KeyValueLayout layout;
    private final List<float[]> pages = new ArrayList<>();
    private int length;

    KeyValueCache(ModelShape shape, AttentionKernel kernel) {
        this.layers = shape.layers();
        this.heads = shape.attention().keyValueHeads();
        this.contextLength = shape.contextLength();
        this.kernel = kernel;
        this.layout = new KeyValueLayout(shape.attention().headWidth(), kernel.panelWidth());
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
        if (newLength < length || newLength > pages.size() * KeyValueLayout.POSITIONS) {
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
        while (pages.size() * KeyValueLayout.POSITIONS < needed) {
            pages.add(new float[FIRST + layers * heads * layout.size()]);
        }
    }

    void advance(int more) {
        length += more;
    }

    /** @return the kernel for which keys and values are laid out */
    AttentionKernel kernel() {
        return kernel;
    }

    KeyValueLayout layout() {
        return layout;
    }

    /** @return the page that holds positions from {@code index · POSITIONS} on */
    float[] page(int index) {
        return pages.get(index);
    }

    /** @return where a layer's key/value head begins in each page */
    int at(int layer, int head) {
        return FIRST + (layer * heads + head) * layout.size();
    }
}
