package tokenwalk.runtime.transformer;

import tokenwalk.runtime.tensor.kernel.Arithmetic;

/** Some tokens on their way through the model. */
final class Pass {
    /** Numbers that are worth a thread of their own to add up. */
    private static final int NUMBERS = 4096;

    private final int firstPosition;
    private final int count;
    private final KeyValueCache cache;
    private final Probe probe;
    private final Arithmetic arithmetic;
    private float[] residual;

    /**
     * @param residual [count × width], level 0
     * @param firstPosition position of the first of these tokens
     */
    Pass(float[] residual, int firstPosition, int count, KeyValueCache cache, Probe probe, Arithmetic arithmetic) {
        this.residual = residual;
        this.firstPosition = firstPosition;
        this.count = count;
        this.cache = cache;
        this.probe = probe;
        this.arithmetic = arithmetic;
    }

    int firstPosition() {
        return firstPosition;
    }

    int count() {
        return count;
    }

    KeyValueCache cache() {
        return cache;
    }

    Arithmetic arithmetic() {
        return arithmetic;
    }

    /** @return the residual stream as it stands, [count × width]; never written to again */
    float[] residual() {
        return residual;
    }

    /** @return the residual stream as a part reads it, [count × width] */
    float[] normed(Norm norm) {
        return norm.apply(residual, count, arithmetic.workers());
    }

    /** Shows the numbers of a site to whoever observes; they may come back changed. */
    void visit(Site site, int layer, float[] values) {
        probe.visit(site, layer, Rows.passing(values, firstPosition, count));
    }

    /**
     * As {@link #visit}, for numbers that the pass does not write to any more: whoever observes may keep them.
     *
     * @return what to go on with
     */
    float[] visitLasting(Site site, int layer, float[] values) {
        Rows rows = Rows.lasting(values, firstPosition, count);
        probe.visit(site, layer, rows);
        return rows.values();
    }

    /** Shows the residual stream at a level. */
    void visitResidual(int level) {
        residual = visitLasting(Site.RESIDUAL, level, residual);
    }

    /**
     * {@code residual + update}, the only way a block speaks to the next.
     *
     * @param update [count × width]; the sum takes its place, since the stream before may have been kept
     */
    void add(float[] update) {
        float[] before = residual;
        arithmetic.workers().share(update.length, NUMBERS, (from, to) -> {
            for (int i = from; i < to; i++) {
                update[i] += before[i];
            }
        });
        residual = update;
    }
}
