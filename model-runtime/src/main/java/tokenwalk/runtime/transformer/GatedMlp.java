package tokenwalk.runtime.transformer;

import java.util.List;
import tokenwalk.runtime.tensor.kernel.Arithmetic;

/**
 * The gated MLP of the Llama family: {@code down · (silu(gate · x) ⊙ (up · x))}, silu(z) = z / (1 + e⁻ᶻ); Shazeer 2020,
 * «GLU Variants Improve Transformer».
 */
record GatedMlp(Projection gate, Projection up, Projection down) implements Mlp {
    /** Fewer neurons are not worth a second thread. */
    private static final int SHARE = 4096;

    @Override
    public float[] apply(float[] normed, int layer, Pass pass) {
        List<float[]> both = Projection.applyAll(List.of(gate, up), normed, pass.count(), pass.arithmetic());
        float[] neurons = both.get(0);
        float[] ups = both.get(1);
        Arithmetic arithmetic = pass.arithmetic();
        arithmetic
                .workers()
                .share(neurons.length, SHARE, (from, to) -> arithmetic.kernel().siluTimes(neurons, ups, from, to));
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
