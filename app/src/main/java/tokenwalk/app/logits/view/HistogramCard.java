package tokenwalk.app.logits.view;

import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.logits.model.LogitHistogram;
import tokenwalk.app.logits.model.LogitSum;
import tokenwalk.app.logits.model.LogitsModel;
import tokenwalk.app.logits.model.Scores;
import tokenwalk.app.theme.Appearance;

/** The panel «All logits»: where the chosen and the best token stand among the whole vocabulary. */
public final class HistogramCard extends VBox {
    private final LogitsModel model;
    private final HistogramPlot plot;
    private final Label title = new Label("All logits");
    private @Nullable Scores drawn;
    private @Nullable LogitHistogram histogram;

    public HistogramCard(LogitsModel model, Appearance appearance) {
        this.model = model;
        this.plot = new HistogramPlot(appearance);
        getStyleClass().addAll("card", "histogram-card");
        title.setId("histogram-title");
        title.getStyleClass().add("card-title");
        plot.setId("histogram");
        setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(title, plot);
        model.sumProperty().subscribe(this::show);
    }

    private void show(@Nullable LogitSum sum) {
        Scores scores = model.scoresProperty().get();
        if (sum == null || scores == null) {
            return;
        }
        LogitHistogram shown = histogram;
        if (shown == null || scores != drawn) {
            shown = LogitHistogram.of(scores.logits());
            histogram = shown;
            drawn = scores;
        }
        title.setText(String.format(
                "All %,d logits: how many tokens have which score",
                scores.logits().size()));
        plot.show(
                shown,
                TokenLabels.of(scores.token(scores.bestToken())).plain(),
                scores.logits().logit(0),
                TokenLabels.of(scores.token(sum.tokenId())).plain(),
                sum.logit());
    }
}
