package tokenwalk.app.mlp.model;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tokenwalk.app.contributions.TokenParts;
import tokenwalk.runtime.tensor.Vector;

/**
 * The neurons of one layer for one token.
 *
 * @param activations before the projection down, [innerWidth]
 * @param strongest those farthest from zero, farthest first
 */
public record Neurons(TokenParts of, int layer, Vector activations, List<Integer> strongest) {
    public Neurons {
        strongest = List.copyOf(strongest);
    }

    public static Neurons of(TokenParts of, int layer, int count) {
        Vector activations = of.contributions().neurons().get(layer);
        List<Integer> strongest = IntStream.range(0, activations.size())
                .boxed()
                .sorted(Comparator.comparingDouble(neuron -> -Math.abs(activations.at(neuron))))
                .limit(count)
                .toList();
        return new Neurons(of, layer, activations, strongest);
    }

    /** @return in how many neurons half of the whole activation lies, by magnitude */
    public int holdingHalf() {
        double[] magnitudes = IntStream.range(0, activations.size())
                .mapToDouble(neuron -> -Math.abs(activations.at(neuron)))
                .sorted()
                .toArray();
        double whole = IntStream.range(0, magnitudes.length)
                .mapToDouble(i -> magnitudes[i])
                .sum();
        double sum = 0;
        int count = 0;
        while (count < magnitudes.length && sum > whole / 2) {
            sum += magnitudes[count++];
        }
        return count;
    }
}
