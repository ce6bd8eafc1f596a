package tokenwalk.runtime.transformer;

/** One layer: norm, attention, add; norm, MLP, add. */
record Block(Norm attentionNorm, SelfAttention attention, Norm mlpNorm, Mlp mlp) {

    void apply(int layer, Pass pass) {
        pass.add(attention.apply(pass.normed(attentionNorm), layer, pass));
        pass.add(mlp.apply(pass.normed(mlpNorm), layer, pass));
    }

    StageWeights attentionWeights() {
        return StageWeights.of(attentionNorm).plus(attention.weights());
    }

    StageWeights mlpWeights() {
        return StageWeights.of(mlpNorm).plus(mlp.weights());
    }
}
