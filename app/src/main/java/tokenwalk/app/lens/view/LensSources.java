package tokenwalk.app.lens.view;

import java.util.List;
import java.util.Locale;
import tokenwalk.app.controls.Percent;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.provenance.FamilyFormulas;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.app.session.Reading;
import tokenwalk.runtime.lens.Candidate;
import tokenwalk.runtime.lens.LensReading;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.transformer.Unembedding;

/** Where the numbers of a lens cell come from. */
public final class LensSources {
    private LensSources() {}

    /** @return how the best token of a cell came to its probability */
    public static Provenance of(Reading reading, int level, int position, LensReading cell) {
        Candidate best = cell.best().getFirst();
        String name = TokenLabels.of(reading.model().token(best.id())).plain();
        Vector residual = reading.trace().residual(level, position);
        Unembedding unembedding = reading.model().transformer().unembedding();
        Vector normed = unembedding
                .normed(Matrix.of(1, residual.size(), residual.toArray()))
                .row(0);
        double logit = normed.dot(unembedding.row(best.id()));
        return new Provenance(
                "%s gets %s at level %d, token %d".formatted(name, Percent.of(best.probability()), level, position + 1),
                List.of(
                        "residual[%d][%d]          = %s   norm %,.1f"
                                .formatted(level, position, beginning(residual), residual.norm()),
                        "x = final norm(residual) = %s".formatted(beginning(normed)),
                        "final norm(r) = "
                                + FamilyFormulas.norm(
                                        reading.model().transformer().normKind(), "r"),
                        "w = unembedding[%s] = %s".formatted(name, beginning(unembedding.row(best.id()))),
                        String.format(Locale.ROOT, "logit = Σ x · w over %,d numbers = %.3f", residual.size(), logit),
                        String.format(
                                Locale.ROOT,
                                "p = exp(logit) ÷ Σ exp(all %,d logits) = exp(%.3f) ÷ %.4g = %s",
                                unembedding.vocabulary(),
                                logit,
                                Math.exp(logit) / best.probability(),
                                Percent.of(best.probability()))),
                new SourceOf("tokenwalk.runtime.lens.Lens", "reading"));
    }

    private static String beginning(Vector vector) {
        return String.format(Locale.ROOT, "[%.3f, %.3f, %.3f, …]", vector.at(0), vector.at(1), vector.at(2));
    }
}
