package tokenwalk.app.attention.view;

import java.util.List;
import tokenwalk.app.attention.model.HeadsModel.HeadSteps;
import tokenwalk.app.controls.Percent;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.runtime.transformer.PositionTable;
import tokenwalk.runtime.transformer.Rotary;

/** Where the numbers of one row of the steps come from. */
final class StepProvenance {
    private StepProvenance() {}

    static Provenance of(HeadSteps now, int seen) {
        String from = word(now, now.position());
        String to = word(now, seen);
        int width = now.reading().trace().shape().attention().headWidth();
        double sum = 0;
        for (int i = 0; i <= now.position(); i++) {
            sum += Math.exp(now.steps().scaled().at(i));
        }
        float scaled = now.steps().scaled().at(seen);
        return new Provenance(
                "How much %s looks at %s in layer %d, head %d".formatted(from, to, now.layer(), now.head()),
                List.of(
                        "q·k = Σ of %d products%s = %s"
                                .formatted(
                                        width,
                                        turned(now),
                                        SignedNumber.of(now.steps().products().at(seen), 3)),
                        "÷ √%d = %s".formatted(width, SignedNumber.of(scaled, 4)),
                        "softmax: e^%s ÷ Σ e^score over %d tokens seen = %.4g ÷ %.4g = %s"
                                .formatted(
                                        SignedNumber.of(scaled, 3),
                                        now.position() + 1,
                                        Math.exp(scaled),
                                        sum,
                                        Percent.of(now.steps().weights().at(seen))),
                        "then weight · V of each, added up"),
                new SourceOf("tokenwalk.runtime.trace.Trace", "attentionSteps"));
    }

    private static String turned(HeadSteps now) {
        return switch (now.reading().model().transformer().positions()) {
            case Rotary _ -> ", both turned by their positions";
            case PositionTable _ -> "";
        };
    }

    private static String word(HeadSteps now, int position) {
        return TokenLabels.of(now.reading().trace().tokens().get(position)).plain() + " " + (position + 1);
    }
}
