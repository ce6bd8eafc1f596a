package tokenwalk.runtime.transformer;

import java.util.List;
import tokenwalk.runtime.tensor.kernel.Kernel;

/**
 * Causal multi-head attention with shared key/value heads: each token asks (query), the tokens up to it answer (key),
 * and what they hold (value) is mixed by the softmax of {@code q·k / √D}; Vaswani et al. 2017; grouped heads: Ainslie et
 * al. 2023.
 */
record SelfAttention(
        AttentionShape shape, Projection query, Projection key, Projection value, Projection output, Rotary rotary) {

    /**
     * @param normed [count × width]
     * @return what attention adds to the residual stream, [count × width]
     */
    float[] apply(float[] normed, int layer, Pass pass) {
        List<float[]> all = Projection.applyAll(List.of(query, key, value), normed, pass.count(), pass.arithmetic());
        float[] queries = all.get(0);
        float[] keys = all.get(1);
        float[] values = all.get(2);
        pass.visit(Site.QUERY, layer, queries);
        pass.visit(Site.KEY, layer, keys);
        pass.visit(Site.VALUE, layer, values);

        int first = pass.firstPosition();
        for (int row = 0; row < pass.count(); row++) {
            rotary.rotate(queries, row * shape.queryWidth(), shape.heads(), first + row);
            rotary.rotate(keys, row * shape.keyValueWidth(), shape.keyValueHeads(), first + row);
        }
        int start = first * shape.keyValueWidth();
        System.arraycopy(keys, 0, pass.cache().keys(layer), start, keys.length);
        System.arraycopy(values, 0, pass.cache().values(layer), start, values.length);

        float[] heads = new float[queries.length];
        pass.arithmetic().workers().share(shape.heads() * pass.count(), 1, (from, to) -> {
            float[] weights = new float[first + pass.count()];
            for (int item = from; item < to; item++) {
                readOne(item % pass.count(), item / pass.count(), layer, queries, heads, weights, pass);
            }
        });
        pass.visit(Site.HEADS, layer, heads);

        float[] update = output.apply(heads, pass.count(), pass.arithmetic());
        pass.visit(Site.ATTENTION_OUTPUT, layer, update);
        return update;
    }

    /** One head of one token: scores, softmax, weighted sum of values. */
    private void readOne(int row, int head, int layer, float[] queries, float[] heads, float[] weights, Pass pass) {
        Kernel kernel = pass.arithmetic().kernel();
        int width = shape.headWidth();
        int stride = shape.keyValueWidth();
        int shared = shape.keyValueHead(head) * width;
        int at = row * shape.queryWidth() + head * width;
        int seen = pass.firstPosition() + row + 1;
        float[] keys = pass.cache().keys(layer);
        float[] values = pass.cache().values(layer);
        float scale = (float) (1 / Math.sqrt(width));
        for (int position = 0; position < seen; position++) {
            weights[position] = scale * kernel.dot(queries, at, keys, position * stride + shared, width);
        }
        Softmax.inPlace(weights, 0, seen);
        for (int position = 0; position < seen; position++) {
            kernel.addScaled(weights[position], values, position * stride + shared, heads, at, width);
        }
    }

    StageWeights weights() {
        return StageWeights.of(query, key, value, output);
    }
}
