package tokenwalk.runtime.transformer;

import tokenwalk.runtime.tensor.Vector;

/** A change to the forward pass. */
public sealed interface Intervention extends Probe {

    /** Puts another vector into the residual stream at a level and position. */
    record ReplaceResidual(int level, int position, Vector residual) implements Intervention {
        @Override
        public void visit(Site site, int layer, Rows rows) {
            int row = position - rows.firstPosition();
            if (site == Site.RESIDUAL && layer == level && row >= 0 && row < rows.count()) {
                rows.replace(row, 0, residual);
            }
        }
    }

    /** Makes one head of one layer read nothing. */
    record SilenceHead(int layer, int head, AttentionShape shape) implements Intervention {
        @Override
        public void visit(Site site, int visited, Rows rows) {
            if (site == Site.HEADS && visited == layer) {
                Vector nothing = Vector.of(new float[shape.headWidth()]);
                for (int row = 0; row < rows.count(); row++) {
                    rows.replace(row, head * shape.headWidth(), nothing);
                }
            }
        }
    }

    /** Makes the MLP of one layer add nothing. */
    record SilenceMlp(int layer) implements Intervention {
        @Override
        public void visit(Site site, int visited, Rows rows) {
            if (site == Site.MLP_OUTPUT && visited == layer) {
                Vector nothing = Vector.of(new float[rows.width()]);
                for (int row = 0; row < rows.count(); row++) {
                    rows.replace(row, 0, nothing);
                }
            }
        }
    }
}
