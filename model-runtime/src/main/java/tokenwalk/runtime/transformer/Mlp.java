package tokenwalk.runtime.transformer;

/** What each token does by itself in a block: wake neurons, and let each push the residual stream its own way. */
sealed interface Mlp permits GatedMlp, PlainMlp {

    /**
     * @param normed [count × width]
     * @return what the MLP adds to the residual stream, [count × width]
     */
    float[] apply(float[] normed, int layer, Pass pass);

    MlpForm form();

    /** @return from neurons to the residual stream, [width × innerWidth] */
    Projection down();

    /** @return all it reads */
    StageWeights weights();
}
