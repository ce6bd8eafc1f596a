package tokenwalk.runtime.trace;

import java.util.List;
import tokenwalk.runtime.tensor.Vector;

/**
 * What every part of the model adds to the residual stream of one token: {@code embedding + Σ attention + Σ mlp} is the
 * last level.
 *
 * @param embedding level 0, [width]
 * @param attention what attention adds, [layers] of [width]
 * @param mlp what the MLP adds, [layers] of [width]
 * @param neurons the MLP's activations before its projection down, [layers] of [innerWidth]
 * @param last the last level, before the final norm, [width]
 */
public record Contributions(
        int position, Vector embedding, List<Vector> attention, List<Vector> mlp, List<Vector> neurons, Vector last) {
    public Contributions {
        attention = List.copyOf(attention);
        mlp = List.copyOf(mlp);
        neurons = List.copyOf(neurons);
        if (attention.size() != mlp.size() || mlp.size() != neurons.size()) {
            throw new IllegalArgumentException("%d layers of attention, %d of MLP, %d of neurons"
                    .formatted(attention.size(), mlp.size(), neurons.size()));
        }
    }

    public int layers() {
        return attention.size();
    }
}
