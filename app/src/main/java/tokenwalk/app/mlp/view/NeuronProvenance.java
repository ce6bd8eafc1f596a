package tokenwalk.app.mlp.view;

import java.util.ArrayList;
import java.util.List;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.mlp.model.Neurons;
import tokenwalk.app.mlp.model.Push.Change;
import tokenwalk.app.provenance.FamilyFormulas;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.transformer.MlpForm;
import tokenwalk.runtime.transformer.Transformer;

/** Where the numbers of the screen «MLP» come from. */
final class NeuronProvenance {
    private static final int TERMS = 3;

    private NeuronProvenance() {}

    static Provenance ofActivation(Neurons now, int neuron) {
        Transformer transformer = now.of().reading().model().transformer();
        MlpForm form = transformer.mlpForm();
        List<String> lines = new ArrayList<>(FamilyFormulas.neuron(form));
        lines.add("x = norm(r), r the residual at level %d plus this layer’s attention".formatted(now.layer()));
        lines.add("norm(r) = " + FamilyFormulas.norm(transformer.normKind(), "r"));
        lines.add("= " + SignedNumber.of(now.activations().at(neuron), 4));
        return new Provenance(
                "The activation of neuron %d of layer %d".formatted(neuron, now.layer()),
                lines,
                FamilyFormulas.source(form));
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
                        FamilyFormulas.direction(
                                now.of().reading().model().transformer().normKind(), token),
                        terms.toString(),
                        "factor = %s, the final norm’s for this token, held fixed: only the straight way to the"
                                .formatted(
                                        SignedNumber.of(now.of().unembedding().factor(), 5)),
                        "logits is counted, not what later blocks make of it."),
                new SourceOf("tokenwalk.runtime.transformer.FrozenUnembedding", "logits"));
    }
}
