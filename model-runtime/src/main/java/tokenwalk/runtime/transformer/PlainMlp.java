package tokenwalk.runtime.transformer;

/** The MLP of the GPT-2 family: {@code down · activation(up · x + b) + c}, mostly with GELU; Radford et al. 2019. */
record PlainMlp(Projection up, Activation activation, Projection down) implements Mlp {

    @Override
    public float[] apply(float[] normed, int layer, Pass pass) {
        float[] neurons = up.apply(normed, pass.count(), pass.arithmetic());
        pass.arithmetic().workers().share(neurons.length, 1024, (from, to) -> {
            for (int i = from; i < to; i++) {
                neurons[i] = (float) activation.of(neurons[i]);
            }
        });
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
