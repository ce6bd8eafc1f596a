package tokenwalk.app.sampler.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tokenwalk.app.controls.Percent;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.sampler.model.SamplerModel;
import tokenwalk.app.session.Reading;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.DrawTally;

/** The panel of many draws: how often each of the best tokens came, beside how often it was to be expected. */
public final class DrawsCard extends VBox {
    private static final int ROWS = 6;

    private final SamplerModel model;
    private final Label title = new Label();
    private final Label entropy = new Label();
    private final Label cutAway = new Label();
    private final List<DrawnRow> rows = new ArrayList<>();

    public DrawsCard(SamplerModel model, Appearance appearance) {
        this.model = model;
        getStyleClass().addAll("card", "sampler-card", "draws-card");
        title.setId("draws");
        title.getStyleClass().add("card-title");
        VBox list = new VBox();
        list.setId("draw-rows");
        for (int rank = 0; rank < ROWS; rank++) {
            DrawnRow row = new DrawnRow(appearance);
            int at = rank;
            row.setOnMouseEntered(_ -> model.pointedProperty().set(at));
            row.setOnMouseExited(_ -> model.pointedProperty().set(SamplerModel.NONE));
            rows.add(row);
        }
        list.getChildren().addAll(rows);
        getChildren().addAll(heading(), columns(appearance), list);
        model.generation().distributionProperty().subscribe(this::show);
        model.generation().tallyProperty().subscribe(this::show);
        model.pointedProperty().subscribe(this::link);
        show();
    }

    private HBox heading() {
        entropy.setId("entropy");
        entropy.setTooltip(
                new Tooltip(
                        "How open the choice is, before and after the filters: 0 bits is certain, each further bit doubles it"));
        cutAway.setId("cut-away");
        cutAway.setTooltip(new Tooltip("The softmax probability that both filters take away together"));
        Label dot = new Label("·");
        for (Label label : List.of(entropy, dot, cutAway)) {
            label.getStyleClass().add("note");
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(title, gap, entropy, dot, cutAway);
        row.getStyleClass().add("draw-heading");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static HBox columns(Appearance appearance) {
        Label drawn = new Label("drawn");
        Label expected = new Label("| expected");
        HBox row = new HBox(drawn, expected);
        row.setAlignment(Pos.CENTER_RIGHT);
        for (Label label : List.of(drawn, expected)) {
            label.getStyleClass().add("note");
            label.setAlignment(Pos.CENTER_RIGHT);
            label.setMinWidth(Region.USE_PREF_SIZE);
            appearance.textScaleProperty().subscribe(_ -> label.setPrefWidth(DrawnRow.numberWidth(appearance)));
        }
        return row;
    }

    private void show() {
        Distribution distribution = model.generation().distributionProperty().get();
        Reading reading = model.session().reading();
        if (distribution == null || reading == null) {
            return;
        }
        DrawTally tally = model.generation().tallyProperty().get();
        long total = tally.total();
        title.setText(total == 0 ? "No draws yet" : String.format("%,d draw%s", total, total == 1 ? "" : "s"));
        double unfiltered = Distribution.of(
                        distribution.logits(), distribution.policy().withTopK(0).withTopP(1))
                .entropy();
        entropy.setText(
                distribution.kept() == distribution.size()
                        ? String.format("entropy %.2f bits", unfiltered)
                        : String.format("entropy %.2f → %.2f bits", unfiltered, distribution.entropy()));
        double byTopK = distribution.massCutByTopK();
        cutAway.setText("cut away " + Percent.of(byTopK + (1 - byTopK) * distribution.massCutByTopP()));
        for (int rank = 0; rank < ROWS; rank++) {
            DrawnRow row = rows.get(rank);
            row.setVisible(rank < distribution.size());
            if (rank < distribution.size()) {
                int id = distribution.logits().tokenId(rank);
                row.show(
                        TokenLabels.of(reading.model().token(id)),
                        tally.share(id),
                        distribution.probability(rank),
                        total);
            }
        }
    }

    private void link() {
        for (int rank = 0; rank < ROWS; rank++) {
            rows.get(rank).link(rank == model.pointedProperty().get());
        }
    }
}
