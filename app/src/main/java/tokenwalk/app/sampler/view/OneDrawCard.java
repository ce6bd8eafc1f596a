package tokenwalk.app.sampler.view;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.sampler.model.SamplerModel;
import tokenwalk.app.session.Reading;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.Draw;

/** The panel «One draw»: the newest draw as a point on the unit line. */
public final class OneDrawCard extends VBox {
    private final SamplerModel model;
    private final UnitLine line;
    private final TokenText drawn = new TokenText();

    public OneDrawCard(SamplerModel model, Appearance appearance) {
        this.model = model;
        this.line = new UnitLine(model, appearance);
        GenerationModel generation = model.generation();
        getStyleClass().addAll("card", "sampler-card");
        Label title = new Label("One draw");
        title.getStyleClass().add("card-title");
        Label seed = new Label();
        seed.setId("draw-seed");
        seed.getStyleClass().add("muted");
        seed.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> generation.lastDrawProperty().get() == null
                                ? "Press Sample: a random point picks a token."
                                : "seed " + generation.seedProperty().get() + " →",
                        generation.lastDrawProperty(),
                        generation.seedProperty()));
        drawn.setId("drawn");
        drawn.visibleProperty().bind(generation.lastDrawProperty().isNotNull());
        HBox box = new HBox(drawn);
        box.getStyleClass().add("drawn-box");
        box.setAlignment(Pos.CENTER);
        box.visibleProperty().bind(drawn.visibleProperty());
        box.managedProperty().bind(drawn.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(title, gap, seed, box);
        heading.getStyleClass().add("draw-heading");
        heading.setAlignment(Pos.CENTER_LEFT);
        line.setId("unit-line");
        getChildren().addAll(heading, line);
        generation.distributionProperty().subscribe((@Nullable Distribution now) -> show(now));
        generation.lastDrawProperty().subscribe((@Nullable Draw draw) -> show(draw));
        model.pointedProperty().subscribe(line::link);
    }

    private void show(@Nullable Distribution distribution) {
        Reading reading = model.session().reading();
        if (distribution != null && reading != null) {
            line.show(distribution, reading);
        }
    }

    private void show(@Nullable Draw draw) {
        Reading reading = model.session().reading();
        if (draw != null && reading != null) {
            drawn.setToken(TokenLabels.of(reading.model().token(draw.tokenId())));
        }
        line.show(draw);
    }
}
