package tokenwalk.runtime.transformer;

import java.util.List;

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
        float[] queries = pass.visitLasting(Site.QUERY, layer, all.get(0));
        float[] keys = pass.visitLasting(Site.KEY, layer, all.get(1));
        float[] values = pass.visitLasting(Site.VALUE, layer, all.get(2));

        float[] heads = new HeadReading(shape, rotary, layer, pass).read(queries, keys, values);
        pass.visit(Site.HEADS, layer, heads);

        float[] update = output.apply(heads, pass.count(), pass.arithmetic());
        pass.visit(Site.ATTENTION_OUTPUT, layer, update);
        return update;
    }

    StageWeights weights() {
        return StageWeights.of(query, key, value, output);
    }
}
