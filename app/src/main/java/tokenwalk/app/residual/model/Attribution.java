package tokenwalk.app.residual.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tokenwalk.app.contributions.TokenParts;
import tokenwalk.app.residual.model.StreamPart.Kind;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.trace.Contributions;
import tokenwalk.runtime.transformer.FrozenUnembedding;
import tokenwalk.runtime.transformer.NormKind;
import tokenwalk.runtime.transformer.PositionTable;
import tokenwalk.runtime.transformer.Rotary;
import tokenwalk.runtime.transformer.Transformer;

/**
 * Direct logit attribution: the logit of one token, taken apart by what added to the residual stream.
 *
 * @param of where the parts come from
 * @param token id of the token whose logit it is
 * @param parts embedding, then attention and MLP of each layer, then the final norm's bias where it has one
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
        Transformer transformer = of.reading().model().transformer();
        Kind begin = switch (transformer.positions()) {
            case Rotary _ -> Kind.EMBEDDING;
            case PositionTable _ -> Kind.EMBEDDING_AND_POSITION;
        };
        parts.add(part(begin, 0, contributions.embedding(), direction));
        for (int layer = 0; layer < contributions.layers(); layer++) {
            parts.add(part(Kind.ATTENTION, layer, contributions.attention().get(layer), direction));
            parts.add(part(Kind.MLP, layer, contributions.mlp().get(layer), direction));
        }
        if (transformer.normKind() == NormKind.LAYER_NORM) {
            FrozenUnembedding unembedding = of.unembedding();
            parts.add(new StreamPart(Kind.FINAL_BIAS, 0, unembedding.bias().norm(), unembedding.fromBias(token)));
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

    /** @return the first part: what the stream begins with */
    public StreamPart beginning() {
        return parts.getFirst();
    }

    public boolean has(Kind kind) {
        return count(kind) > 0;
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
