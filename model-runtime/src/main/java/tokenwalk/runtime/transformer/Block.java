package tokenwalk.runtime.transformer;

/** One layer: norm, attention, add; norm, MLP, add. */
record Block(RmsNorm attentionNorm, SelfAttention attention, RmsNorm mlpNorm, GatedMlp mlp) {

    void apply(int layer, Pass pass) {
        pass.add(attention.apply(attentionNorm.apply(pass.residual(), pass.count()), layer, pass));
        pass.add(mlp.apply(mlpNorm.apply(pass.residual(), pass.count()), layer, pass));
    }

    StageWeights attentionWeights() {
        return StageWeights.of(attentionNorm)
                .plus(StageWeights.of(attention.query(), attention.key(), attention.value(), attention.output()));
    }

    StageWeights mlpWeights() {
        return StageWeights.of(mlpNorm).plus(StageWeights.of(mlp.gate(), mlp.up(), mlp.down()));
    }
}
