package tokenwalk.runtime.tensor.kernel;

import java.util.Arrays;

/**
 * What some queries have read of the keys and values so far: {@code Σ exp(score − largest) · value}, not yet divided by
 * {@code Σ exp(score − largest)}. The softmax is computed page by page, so that the scores of a long text are never all there
 * at once; Milakov &amp; Gimelshein 2018, «Online normalizer calculation for softmax»; Dao et al. 2022, «FlashAttention».
 */
public final class Mixture {
    private final int headWidth;
    private final int stride;
    private final float[] largest;
    private final float[] sum;
    private final float[] mixed;
    private final float[] scores;

    /** @param rows how many queries there are at most */
    public Mixture(int rows, AttentionKernel kernel, int headWidth) {
        KeyValueLayout layout = new KeyValueLayout(headWidth, kernel.panelWidth());
        this.headWidth = headWidth;
        this.stride = layout.valuePanels() * layout.panelWidth();
        this.largest = new float[rows];
        this.sum = new float[rows];
        this.mixed = new float[(rows + AttentionKernel.SLACK) * stride];
        this.scores = new float[kernel.scratch()];
        clear();
    }

    /** Forgets all that was read. */
    public void clear() {
        Arrays.fill(largest, Float.NEGATIVE_INFINITY);
        Arrays.fill(sum, 0);
        Arrays.fill(mixed, 0);
    }

    /** Takes in what the same queries have read elsewhere. */
    public void add(Mixture other) {
        for (int row = 0; row < largest.length; row++) {
            if (other.sum[row] == 0) {
                continue;
            }
            float factor = raise(row, other.largest[row]);
            float others = (float) Math.exp(other.largest[row] - largest[row]);
            sum[row] = sum[row] * factor + other.sum[row] * others;
            for (int i = row * stride; i < row * stride + headWidth; i++) {
                mixed[i] = mixed[i] * factor + other.mixed[i] * others;
            }
        }
    }

    /** Writes what one query has read, divided by its sum, to {@code target[at …]}, [headWidth]. */
    public void divide(int row, float[] target, int at) {
        float factor = 1 / sum[row];
        for (int i = 0; i < headWidth; i++) {
            target[at + i] = mixed[row * stride + i] * factor;
        }
    }

    /** Takes a score into account; @return what everything read before is to be multiplied with */
    float raise(int row, float score) {
        float before = largest[row];
        if (score <= before) {
            return 1;
        }
        largest[row] = score;
        return (float) Math.exp(before - score);
    }

    float largest(int row) {
        return largest[row];
    }

    /** {@code sum · factor + more} */
    void count(int row, float factor, float more) {
        sum[row] = sum[row] * factor + more;
    }

    /** @return [rows × stride], the numbers beyond a head's width zero; for kernels */
    float[] mixed() {
        return mixed;
    }

    int stride() {
        return stride;
    }

    /** @return where a kernel may put scores while it reads, as many numbers as it asks for */
    float[] scores() {
        return scores;
    }
}
