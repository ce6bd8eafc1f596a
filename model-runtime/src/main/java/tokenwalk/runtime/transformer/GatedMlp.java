package tokenwalk.runtime.transformer;

import java.util.List;

/**
 * The gated MLP of the Llama family: {@code down · (silu(gate · x) ⊙ (up · x))}, silu(z) = z / (1 + e⁻ᶻ); Shazeer 2020,
 * «GLU Variants Improve Transformer».
 */
record GatedMlp(Projection gate, Projection up, Projection down) implements Mlp {

    @Override
    public float[] apply(float[] normed, int layer, Pass pass) {
        List<float[]> both = Projection.applyAll(List.of(gate, up), normed, pass.count(), pass.arithmetic());
        float[] neurons = both.get(0);
        float[] ups = both.get(1);
        pass.arithmetic().workers().share(neurons.length, 1024, (from, to) -> {
            for (int i = from; i < to; i++) {
                neurons[i] = (float) Activation.SILU.of(neurons[i]) * ups[i];
            }
        });
        pass.visit(Site.NEURONS, layer, neurons);
        float[] update = down.apply(neurons, pass.count(), pass.arithmetic());
        pass.visit(Site.MLP_OUTPUT, layer, update);
        return update;
    }

    @Override
    public MlpForm form() {
        return new MlpForm(true, Activation.SILU);
    }

    @Override
    public StageWeights weights() {
        return StageWeights.of(gate, up, down);
    }
}
