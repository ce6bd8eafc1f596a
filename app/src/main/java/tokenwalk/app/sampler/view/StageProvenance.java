package tokenwalk.app.sampler.view;

import java.util.List;
import javafx.scene.Node;
import tokenwalk.app.controls.Percent;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.app.provenance.ProvenancePopOver;
import tokenwalk.app.sampler.model.AddedUp;
import tokenwalk.app.sampler.model.SamplerModel;
import tokenwalk.app.session.Reading;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.DrawTally;
import tokenwalk.runtime.sampling.SamplingPolicy;

/** Where the numbers of the sampler's table come from. */
final class StageProvenance {
    private static final String DISTRIBUTION = "tokenwalk.runtime.sampling.Distribution";

    private final Distribution distribution;
    private final DrawTally tally;
    private final AddedUp addedUp;
    private final long seed;
    private final int rank;
    private final int id;

    private StageProvenance(Distribution distribution, AddedUp addedUp, DrawTally tally, long seed, int rank) {
        this.distribution = distribution;
        this.tally = tally;
        this.addedUp = addedUp;
        this.seed = seed;
        this.rank = rank;
        this.id = distribution.logits().tokenId(rank);
    }

    static void show(SamplerModel model, StageColumn column, int rank, Node owner) {
        Distribution distribution = model.generation().distributionProperty().get();
        AddedUp addedUp = model.addedUpProperty().get();
        Reading reading = model.session().reading();
        if (distribution == null || addedUp == null || reading == null) {
            return;
        }
        StageProvenance numbers = new StageProvenance(
                distribution,
                addedUp,
                model.generation().tallyProperty().get(),
                model.generation().seedProperty().get(),
                rank);
        String token = TokenLabels.of(reading.model().token(numbers.id)).plain();
        ProvenancePopOver.show(
                new Provenance(
                        token + ": " + column.heading(distribution.policy()), numbers.formula(column), source(column)),
                owner);
    }

    private static SourceOf source(StageColumn column) {
        return switch (column) {
            case TOKEN -> new SourceOf("tokenwalk.runtime.sampling.RankedLogits", "of");
            case LOGIT -> new SourceOf("tokenwalk.runtime.transformer.Unembedding", "logits");
            case SCALED -> new SourceOf(DISTRIBUTION, "scaled");
            case SOFTMAX -> new SourceOf(DISTRIBUTION, "softmax");
            case TOP_K -> new SourceOf(DISTRIBUTION, "afterTopK");
            case TOP_P -> new SourceOf(DISTRIBUTION, "firstReaching");
            case PROBABILITY -> new SourceOf(DISTRIBUTION, "probability");
            case DRAWN -> new SourceOf("tokenwalk.runtime.sampling.Sampler", "draw");
        };
    }

    private List<String> formula(StageColumn column) {
        SamplingPolicy policy = distribution.policy();
        String logit = number(distribution.logits().logit(rank));
        return switch (column) {
            case TOKEN ->
                List.of("token " + id + " has rank " + String.format("%,d", rank + 1)
                        + ": tokens stand by falling logit");
            case LOGIT ->
                List.of(
                        "logit = final vector · row " + id + " of the unembedding = " + logit,
                        "the model’s own; no knob here changes it");
            case SCALED ->
                policy.alwaysBest()
                        ? List.of("temperature 0: nothing is divided, the best token is taken")
                        : List.of("logit ÷ temperature = " + logit + " ÷ " + policy.temperature() + " = "
                                + number(distribution.scaled(rank)));
            case SOFTMAX ->
                List.of(
                        "exp(scaled − best) ÷ Σ exp(each − best), over all " + String.format("%,d", distribution.size())
                                + " tokens",
                        "exp(%s − %s) ÷ %.4f = %s"
                                .formatted(
                                        number(distribution.scaled(rank)),
                                        number(distribution.scaled(0)),
                                        1 / distribution.softmax(0),
                                        Percent.of(distribution.softmax(rank))));
            case TOP_K -> topK();
            case TOP_P -> topP();
            case PROBABILITY -> probability();
            case DRAWN -> drawn();
        };
    }

    private List<String> topK() {
        if (!distribution.isKeptByTopK(rank)) {
            return List.of("rank %,d is not among the best %,d: cut"
                    .formatted(rank + 1, distribution.policy().topK()));
        }
        return List.of(
                "softmax ÷ what top-k leaves",
                Percent.of(distribution.softmax(rank)) + " ÷ " + Percent.of(1 - distribution.massCutByTopK()) + " = "
                        + Percent.of(distribution.afterTopK(rank)));
    }

    private List<String> topP() {
        if (!distribution.isKeptByTopK(rank)) {
            return List.of("top-k has cut this token before");
        }
        return List.of(
                "added up from the top: " + Percent.of(addedUp.before(rank)) + " before this token, "
                        + Percent.of(addedUp.upTo(rank)) + " with it",
                "kept as long as the sum before is below "
                        + Percent.of(distribution.policy().topP()));
    }

    private List<String> probability() {
        if (!distribution.isKept(rank)) {
            return List.of("a filter has cut this token: it cannot be drawn");
        }
        double left = distribution.softmax(rank) / distribution.probability(rank);
        return List.of(
                "softmax ÷ what both filters leave",
                Percent.of(distribution.softmax(rank)) + " ÷ " + Percent.of(left) + " = "
                        + Percent.of(distribution.probability(rank)));
    }

    private List<String> drawn() {
        return List.of(
                "a draw is a random point between 0 and 1, seed " + seed,
                distribution.isKept(rank)
                        ? "this token’s stretch: %.4f to %.4f"
                                .formatted(
                                        distribution.lineStart(rank),
                                        distribution.lineStart(rank) + distribution.probability(rank))
                        : "a token that is cut has no stretch",
                "so many of %,d draws fell on it: %,d".formatted(tally.total(), tally.count(id)));
    }

    private static String number(double value) {
        return SignedNumber.of(value, 3);
    }
}
