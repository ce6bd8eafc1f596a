package tokenwalk.runtime.trace;

import java.util.ArrayList;
import java.util.List;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.transformer.Probe;
import tokenwalk.runtime.transformer.Rows;
import tokenwalk.runtime.transformer.Site;

/**
 * Keeps what each block adds to one token. For one only: the neurons of all layers and tokens of a long text would take
 * more room than its whole trace.
 */
public final class ContributionRecorder implements Probe {
    private final int position;
    private final List<Vector> residuals = new ArrayList<>();
    private final List<Vector> attention = new ArrayList<>();
    private final List<Vector> mlp = new ArrayList<>();
    private final List<Vector> neurons = new ArrayList<>();

    public ContributionRecorder(int position) {
        this.position = position;
    }

    @Override
    public void visit(Site site, int layer, Rows rows) {
        int row = position - rows.firstPosition();
        if (row < 0 || row >= rows.count()) {
            return;
        }
        switch (site) {
            case RESIDUAL -> residuals.add(rows.row(row));
            case ATTENTION_OUTPUT -> attention.add(rows.row(row));
            case MLP_OUTPUT -> mlp.add(rows.row(row));
            case NEURONS -> neurons.add(rows.row(row));
            case QUERY, KEY, VALUE, HEADS, FINAL -> {}
        }
    }

    /** @throws IllegalStateException if the token was not read */
    public Contributions contributions() {
        if (residuals.isEmpty()) {
            throw new IllegalStateException("token " + position + " was not read");
        }
        return new Contributions(position, residuals.getFirst(), attention, mlp, neurons, residuals.getLast());
    }
}
