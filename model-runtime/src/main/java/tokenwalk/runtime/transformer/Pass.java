package tokenwalk.runtime.transformer;

import tokenwalk.runtime.tensor.kernel.Arithmetic;

/**
 * Some tokens on their way through the model.
 *
 * @param residual [count × width], changed by each block
 * @param firstPosition position of the first of these tokens
 */
record Pass(float[] residual, int firstPosition, int count, KeyValueCache cache, Probe probe, Arithmetic arithmetic) {

    /** Shows the numbers of a site to whoever observes; they may come back changed. */
    void visit(Site site, int layer, float[] values) {
        probe.visit(site, layer, new Rows(values, firstPosition, count, values.length / count));
    }

    /** {@code residual += update}, the only way a block speaks to the next. */
    void add(float[] update) {
        for (int i = 0; i < update.length; i++) {
            residual[i] += update[i];
        }
    }
}
