package tokenwalk.app.residual.view;

import java.util.List;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.app.residual.model.Attribution;
import tokenwalk.app.residual.model.StreamPart;
import tokenwalk.app.residual.model.StreamPart.Kind;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.trace.Contributions;

/** Where the numbers of the screen «Residual stream» come from. */
final class StreamProvenance {
    private static final String UNEMBEDDING = "tokenwalk.runtime.transformer.FrozenUnembedding";
    /** So many terms of a dot product are written out. */
    private static final int TERMS = 3;

    private StreamProvenance() {}

    static Provenance ofSum(Attribution now) {
        String token = token(now);
        return new Provenance(
                "The logit of " + token + ", taken apart",
                List.of(
                        "logit = Σ part · direction",
                        "direction = factor · scale ⊙ row(" + token + ")",
                        "factor = 1 / √(mean(last²) + ε) = " + factor(now) + ", of the whole last level,",
                        "held fixed for all parts: so they add up",
                        "%s + %s + %s = %s"
                                .formatted(
                                        SignedNumber.of(now.sum(Kind.EMBEDDING), 3),
                                        SignedNumber.of(now.sum(Kind.ATTENTION), 3),
                                        SignedNumber.of(now.sum(Kind.MLP), 3),
                                        SignedNumber.of(now.sum(), 3))),
                new SourceOf(UNEMBEDDING, "direction"));
    }

    static Provenance ofPart(Attribution now, StreamPart part) {
        Vector added = vector(now.of().contributions(), part);
        Vector direction = now.of().unembedding().direction(now.token());
        StringBuilder terms = new StringBuilder("= ");
        for (int i = 0; i < TERMS; i++) {
            terms.append(SignedNumber.of(added.at(i), 3))
                    .append(" · ")
                    .append(SignedNumber.of(direction.at(i), 4))
                    .append(" + ");
        }
        terms.append("… ").append(added.size()).append(" terms = ").append(SignedNumber.of(part.change(), 4));
        return new Provenance(
                "What " + part.name() + " adds to the logit of " + token(now),
                List.of(
                        "part · direction, direction = factor · scale ⊙ row(" + token(now) + ")",
                        terms.toString(),
                        "factor of the final norm, frozen: " + factor(now),
                        "Only the straight way to the logits: what later blocks make of it is counted as theirs."),
                switch (part.kind()) {
                    case EMBEDDING -> new SourceOf("tokenwalk.runtime.transformer.Transformer", "embed");
                    case ATTENTION -> new SourceOf("tokenwalk.runtime.transformer.SelfAttention", "apply");
                    case MLP -> new SourceOf("tokenwalk.runtime.transformer.GatedMlp", "apply");
                });
    }

    private static Vector vector(Contributions contributions, StreamPart part) {
        return switch (part.kind()) {
            case EMBEDDING -> contributions.embedding();
            case ATTENTION -> contributions.attention().get(part.layer());
            case MLP -> contributions.mlp().get(part.layer());
        };
    }

    private static String token(Attribution now) {
        return TokenLabels.of(now.of().reading().model().token(now.token())).plain();
    }

    private static String factor(Attribution now) {
        return SignedNumber.of(now.of().unembedding().factor(), 5);
    }
}
