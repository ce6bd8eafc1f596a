package tokenwalk.app.residual.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tokenwalk.app.contributions.TokenParts;
import tokenwalk.app.residual.model.StreamPart.Kind;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.trace.Contributions;

/**
 * Direct logit attribution: the logit of one token, taken apart by what added to the residual stream.
 *
 * @param of where the parts come from
 * @param token id of the token whose logit it is
 * @param parts embedding, then attention and MLP of each layer
 * @param logit the token's logit, computed the ordinary way
 */
public record Attribution(TokenParts of, int token, List<StreamPart> parts, double logit) {
    public Attribution {
        parts = List.copyOf(parts);
    }

    public static Attribution of(TokenParts of, int token) {
        Contributions contributions = of.contributions();
        Vector direction = of.unembedding().direction(token);
        List<StreamPart> parts = new ArrayList<>();
        parts.add(part(Kind.EMBEDDING, 0, contributions.embedding(), direction));
        for (int layer = 0; layer < contributions.layers(); layer++) {
            parts.add(part(Kind.ATTENTION, layer, contributions.attention().get(layer), direction));
            parts.add(part(Kind.MLP, layer, contributions.mlp().get(layer), direction));
        }
        return new Attribution(of, token, parts, of.logits().at(token));
    }

    private static StreamPart part(Kind kind, int layer, Vector added, Vector direction) {
        return new StreamPart(kind, layer, added.norm(), direction.dot(added));
    }

    /** @return what all parts of one kind add */
    public double sum(Kind kind) {
        return parts.stream()
                .filter(part -> part.kind() == kind)
                .mapToDouble(StreamPart::change)
                .sum();
    }

    /** @return what all parts add */
    public double sum() {
        return parts.stream().mapToDouble(StreamPart::change).sum();
    }

    public long count(Kind kind) {
        return parts.stream().filter(part -> part.kind() == kind).count();
    }

    /** @return the places in {@link #parts} of those that add or take most, strongest first */
    public List<Integer> strongest(int count) {
        return Stream.iterate(0, place -> place < parts.size(), place -> place + 1)
                .sorted(Comparator.comparingDouble(
                        place -> -Math.abs(parts.get(place).change())))
                .limit(count)
                .toList();
    }
}
