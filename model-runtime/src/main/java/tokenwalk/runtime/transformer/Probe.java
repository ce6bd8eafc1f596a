package tokenwalk.runtime.transformer;

import java.util.List;

/**
 * Sees the numbers of a forward pass as they are made, and may change them: recording and intervening are the same
 * seam. The blocks do not know who asks.
 */
@FunctionalInterface
public interface Probe {
    /** Sees nothing. */
    Probe NONE = (_, _, _) -> {};

    /** @param layer the block, counted from 0; at {@link Site#RESIDUAL} the level */
    void visit(Site site, int layer, Rows rows);

    /** @return one probe that asks all of these, in order */
    static Probe all(List<? extends Probe> probes) {
        List<Probe> each = List.copyOf(probes);
        return (site, layer, rows) -> each.forEach(probe -> probe.visit(site, layer, rows));
    }
}
