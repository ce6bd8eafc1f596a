package tokenwalk.app.residual.view;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.provenance.FamilyFormulas;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.app.residual.model.Attribution;
import tokenwalk.app.residual.model.StreamPart;
import tokenwalk.app.residual.model.StreamPart.Kind;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.trace.Contributions;
import tokenwalk.runtime.transformer.NormKind;

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
                        "logit = Σ part · direction" + (now.has(Kind.FINAL_BIAS) ? " + bias · row(" + token + ")" : ""),
                        FamilyFormulas.direction(norm(now), token),
                        FamilyFormulas.factor(norm(now), "last") + " = " + factor(now) + ", of the whole last level,",
                        "held fixed for all parts: so they add up",
                        sums(now) + " = " + SignedNumber.of(now.sum(), 3)),
                new SourceOf(UNEMBEDDING, "direction"));
    }

    private static NormKind norm(Attribution now) {
        return now.of().reading().model().transformer().normKind();
    }

    /** Beginning, attention, MLPs and, where there is one, the bias. */
    private static String sums(Attribution now) {
        DoubleStream.Builder sums = DoubleStream.builder()
                .add(now.beginning().change())
                .add(now.sum(Kind.ATTENTION))
                .add(now.sum(Kind.MLP));
        if (now.has(Kind.FINAL_BIAS)) {
            sums.add(now.sum(Kind.FINAL_BIAS));
        }
        return sums.build().mapToObj(sum -> SignedNumber.of(sum, 3)).collect(Collectors.joining(" + "));
    }

    static Provenance ofPart(Attribution now, StreamPart part) {
        return part.kind() == Kind.FINAL_BIAS ? ofBias(now, part) : ofAdded(now, part);
    }

    private static Provenance ofBias(Attribution now, StreamPart part) {
        String token = token(now);
        return new Provenance(
                "What the final norm’s bias adds to the logit of " + token,
                List.of(
                        "bias · row(" + token + "): the norm adds its bias to every vector, whatever was read",
                        "= " + SignedNumber.of(part.change(), 4)),
                new SourceOf(UNEMBEDDING, "fromBias"));
    }

    private static Provenance ofAdded(Attribution now, StreamPart part) {
        Vector added = vector(now, part);
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
                        "part · direction, " + FamilyFormulas.direction(norm(now), token(now)),
                        terms.toString(),
                        "factor of the final norm, frozen: " + factor(now),
                        "Only the straight way to the logits: what later blocks make of it is counted as theirs."),
                switch (part.kind()) {
                    case EMBEDDING, EMBEDDING_AND_POSITION ->
                        new SourceOf("tokenwalk.runtime.transformer.Transformer", "embed");
                    case ATTENTION -> new SourceOf("tokenwalk.runtime.transformer.SelfAttention", "apply");
                    case MLP ->
                        FamilyFormulas.source(
                                now.of().reading().model().transformer().mlpForm());
                    case FINAL_BIAS -> new SourceOf(UNEMBEDDING, "fromBias");
                });
    }

    private static Vector vector(Attribution now, StreamPart part) {
        Contributions contributions = now.of().contributions();
        return switch (part.kind()) {
            case EMBEDDING, EMBEDDING_AND_POSITION -> contributions.embedding();
            case ATTENTION -> contributions.attention().get(part.layer());
            case MLP -> contributions.mlp().get(part.layer());
            case FINAL_BIAS -> now.of().unembedding().bias();
        };
    }

    private static String token(Attribution now) {
        return TokenLabels.of(now.of().reading().model().token(now.token())).plain();
    }

    private static String factor(Attribution now) {
        return SignedNumber.of(now.of().unembedding().factor(), 5);
    }
}
