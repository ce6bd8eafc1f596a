package tokenwalk.app.mlp.view;

import java.util.List;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.mlp.model.Neurons;
import tokenwalk.app.mlp.model.Push.Change;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.runtime.tensor.Vector;

/** Where the numbers of the screen «MLP» come from. */
final class NeuronProvenance {
    private static final int TERMS = 3;

    private NeuronProvenance() {}

    static Provenance ofActivation(Neurons now, int neuron) {
        return new Provenance(
                "The activation of neuron %d of layer %d".formatted(neuron, now.layer()),
                List.of(
                        "activation = silu(gate row · x) · (up row · x), silu(z) = z / (1 + e⁻ᶻ)",
                        "x = the residual at level %d, plus this layer’s attention, after the MLP’s norm"
                                .formatted(now.layer()),
                        "= " + SignedNumber.of(now.activations().at(neuron), 4)),
                new SourceOf("tokenwalk.runtime.transformer.GatedMlp", "apply"));
    }

    static Provenance ofPush(Neurons now, int neuron, Change change) {
        String token =
                TokenLabels.of(now.of().reading().model().token(change.token())).plain();
        Vector column = now.of().reading().model().transformer().neuronColumn(now.layer(), neuron);
        Vector direction = now.of().unembedding().direction(change.token());
        StringBuilder terms = new StringBuilder("= ")
                .append(SignedNumber.of(now.activations().at(neuron), 4))
                .append(" · (");
        for (int i = 0; i < TERMS; i++) {
            terms.append(SignedNumber.of(column.at(i), 4))
                    .append(" · ")
                    .append(SignedNumber.of(direction.at(i), 4))
                    .append(" + ");
        }
        terms.append("… ").append(column.size()).append(" terms) = ").append(SignedNumber.of(change.change(), 4));
        return new Provenance(
                "How far neuron %d of layer %d pushes %s".formatted(neuron, now.layer(), token),
                List.of(
                        "activation · (column of the projection down · direction)",
                        "direction = factor · scale ⊙ row(" + token + ")",
                        terms.toString(),
                        "factor = %s, the final norm’s for this token, held fixed: only the straight way to the"
                                .formatted(
                                        SignedNumber.of(now.of().unembedding().factor(), 5)),
                        "logits is counted, not what later blocks make of it."),
                new SourceOf("tokenwalk.runtime.transformer.FrozenUnembedding", "logits"));
    }
}
