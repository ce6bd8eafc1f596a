package tokenwalk.runtime.transformer;

import tokenwalk.runtime.tensor.kernel.Arithmetic;

/** The MLP of the GPT-2 family: {@code down · activation(up · x + b) + c}, mostly with GELU; Radford et al. 2019. */
record PlainMlp(Projection up, Activation activation, Projection down) implements Mlp {
    /** Fewer neurons are not worth a second thread. */
    private static final int SHARE = 4096;

    @Override
    public float[] apply(float[] normed, int layer, Pass pass) {
        float[] neurons = up.apply(normed, pass.count(), pass.arithmetic());
        Arithmetic arithmetic = pass.arithmetic();
        arithmetic
                .workers()
                .share(neurons.length, SHARE, (from, to) -> activation.apply(neurons, from, to, arithmetic.kernel()));
        pass.visit(Site.NEURONS, layer, neurons);
        float[] update = down.apply(neurons, pass.count(), pass.arithmetic());
        pass.visit(Site.MLP_OUTPUT, layer, update);
        return update;
    }

    @Override
    public MlpForm form() {
        return new MlpForm(false, activation);
    }

    @Override
    public StageWeights weights() {
        return StageWeights.of(up, down);
    }
}
