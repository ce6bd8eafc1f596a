package tokenwalk.app.mlp.model;

import java.util.ArrayList;
import java.util.List;
import tokenwalk.runtime.tensor.Vector;

/**
 * The tokens that one neuron pushes, on the straight way to the logits.
 *
 * @param up those whose logit it raises most, highest first
 * @param down those whose logit it lowers most, lowest first
 */
public record Push(int neuron, List<Change> up, List<Change> down) {
    /** @param change what is added to the token's logit */
    public record Change(int token, double change) {}

    public Push {
        up = List.copyOf(up);
        down = List.copyOf(down);
    }

    /** @param changes what the neuron adds to each logit, [vocabulary] */
    public static Push of(int neuron, Vector changes, int count) {
        return new Push(neuron, extremes(changes, count, 1), extremes(changes, count, -1));
    }

    private static List<Change> extremes(Vector changes, int count, int sign) {
        List<Change> best = new ArrayList<>(count + 1);
        double least = Double.NEGATIVE_INFINITY;
        for (int token = 0; token < changes.size(); token++) {
            double change = changes.at(token);
            if (best.size() == count && sign * change <= least) {
                continue;
            }
            int place = best.size();
            while (place > 0 && sign * best.get(place - 1).change() < sign * change) {
                place--;
            }
            best.add(place, new Change(token, change));
            if (best.size() > count) {
                best.removeLast();
            }
            least = sign * best.getLast().change();
        }
        return best;
    }
}
