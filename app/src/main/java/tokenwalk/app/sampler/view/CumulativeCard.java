package tokenwalk.app.sampler.view;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.Percent;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.sampler.model.AddedUp;
import tokenwalk.app.sampler.model.SamplerModel;
import tokenwalk.app.session.Reading;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.sampling.Distribution;

/** The panel «Adding up from the top»: how top-p finds the nucleus. */
public final class CumulativeCard extends VBox {
    private final SamplerModel model;
    private final CumulativePlot plot;
    private final Label pointed = new Label();

    public CumulativeCard(SamplerModel model, Appearance appearance) {
        this.model = model;
        this.plot = new CumulativePlot(model, appearance);
        getStyleClass().addAll("card", "sampler-card");
        plot.setId("cumulative");
        Label title = new Label("Adding up from the top");
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        pointed.setId("added-up");
        pointed.getStyleClass().addAll("number", "small-number");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(title, gap, pointed);
        heading.setAlignment(Pos.BASELINE_LEFT);
        setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(heading, plot);
        model.addedUpProperty().subscribe(this::show);
        model.pointedProperty().subscribe(this::point);
    }

    private void show(@Nullable AddedUp sums) {
        Distribution distribution = model.generation().distributionProperty().get();
        if (sums != null && distribution != null) {
            plot.show(distribution, sums);
            point();
        }
    }

    private void point() {
        plot.point();
        AddedUp sums = model.addedUpProperty().get();
        Distribution distribution = model.generation().distributionProperty().get();
        Reading reading = model.session().reading();
        int rank = model.pointedProperty().get();
        if (sums == null || distribution == null || reading == null || rank < 0 || rank >= sums.size()) {
            pointed.setText(sums != null && CumulativePlot.logarithmic(sums) ? "log axis" : "");
            return;
        }
        int id = distribution.logits().tokenId(rank);
        pointed.setText("%s  %s → %s"
                .formatted(
                        TokenLabels.of(reading.model().token(id)).plain(),
                        Percent.of(sums.before(rank)),
                        Percent.of(sums.upTo(rank))));
    }
}
