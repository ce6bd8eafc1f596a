package tokenwalk.runtime.transformer;

import tokenwalk.runtime.tensor.StoredMatrix;

/**
 * The gated MLP of the Llama family: {@code down · (silu(gate · x) ⊙ (up · x))}, silu(z) = z / (1 + e⁻ᶻ); Shazeer 2020,
 * «GLU Variants Improve Transformer».
 */
record GatedMlp(StoredMatrix gate, StoredMatrix up, StoredMatrix down) {

    /**
     * @param normed [count × width]
     * @return what the MLP adds to the residual stream, [count × width]
     */
    float[] apply(float[] normed, int layer, Pass pass) {
        float[] neurons = pass.arithmetic().project(gate, normed, pass.count());
        float[] ups = pass.arithmetic().project(up, normed, pass.count());
        pass.arithmetic().workers().share(neurons.length, 1024, (from, to) -> {
            for (int i = from; i < to; i++) {
                neurons[i] = (float) (neurons[i] / (1 + Math.exp(-neurons[i]))) * ups[i];
            }
        });
        pass.visit(Site.NEURONS, layer, neurons);
        float[] update = pass.arithmetic().project(down, neurons, pass.count());
        pass.visit(Site.MLP_OUTPUT, layer, update);
        return update;
    }
}
