package tokenwalk.app.generation.view;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tokenwalk.app.controls.BarList;
import tokenwalk.app.controls.BarRow;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.place.Part;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.DrawTally;

/** The ten most probable next tokens, and how often each was drawn. */
final class CandidateBars extends VBox {
    private static final int CANDIDATES = 10;
    private static final int PRESENTED = 6;

    private final SessionModel session;
    private final GenerationModel model;
    private final Appearance appearance;
    private final BarList bars;

    CandidateBars(SessionModel session, GenerationModel model, Appearance appearance) {
        this.session = session;
        this.model = model;
        this.appearance = appearance;
        this.bars = new BarList(BarList.Kind.CANDIDATES, CANDIDATES, appearance);
        bars.setId("candidates");
        Marked.as(Part.BARS, bars);
        bars.loadingProperty().bind(session.readingProperty().isNull());
        setVgrow(bars, Priority.ALWAYS);
        bars.visibleRowsProperty()
                .bind(Bindings.when(appearance.presentingProperty())
                        .then(PRESENTED)
                        .otherwise(CANDIDATES));
        getChildren().addAll(waiting(), bars);
        model.distributionProperty().subscribe(this::showBars);
        model.tallyProperty().subscribe(this::showBars);
        appearance.presentingProperty().subscribe(this::showBars);
    }

    /** Takes no room once there are bars. */
    private Node waiting() {
        Label wait = new Label("The bars appear as soon as the model has read the sentence.");
        wait.getStyleClass().add("note");
        wait.visibleProperty().bind(session.readingProperty().isNull());
        wait.managedProperty().bind(wait.visibleProperty());
        return wait;
    }

    private void showBars() {
        Reading reading = session.reading();
        Distribution distribution = model.distributionProperty().get();
        if (reading == null || distribution == null) {
            return;
        }
        DrawTally tally = model.tallyProperty().get();
        long total = tally.total();
        bars.drawsShownProperty()
                .set(total > 0 || !appearance.presentingProperty().get());
        List<BarRow> rows = new ArrayList<>();
        for (int rank = 0; rank < Math.min(CANDIDATES, distribution.size()); rank++) {
            int id = distribution.logits().tokenId(rank);
            rows.add(new BarRow(
                    TokenLabels.of(reading.model().token(id)),
                    distribution.probability(rank),
                    total == 0 ? OptionalDouble.empty() : OptionalDouble.of(tally.share(id)),
                    !distribution.isKept(rank)));
        }
        bars.setRows(rows);
        bars.drawsHeadingProperty()
                .set(total == 0 ? "draws" : String.format("%,d draw%s", total, total == 1 ? "" : "s"));
    }
}
