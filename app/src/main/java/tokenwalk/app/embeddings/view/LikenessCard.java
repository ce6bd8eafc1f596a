package tokenwalk.app.embeddings.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.embeddings.model.PositionRowModel;
import tokenwalk.app.embeddings.model.PositionRowModel.AddedRow;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.app.provenance.WhereFromButton;
import tokenwalk.app.theme.Appearance;

/** How alike the row of the chosen position is to those of all others. */
public final class LikenessCard extends VBox {
    private final PositionRowModel model;
    private final LikenessPlot plot;
    private final Label nearest = new Label();

    public LikenessCard(PositionRowModel model, Appearance appearance) {
        this.model = model;
        this.plot = new LikenessPlot(appearance);
        getStyleClass().addAll("card", "likeness-card");
        Label title = new Label("Which positions are alike");
        title.getStyleClass().add("card-title");
        Label caption = new Label("cosine of the rows, by position");
        caption.getStyleClass().add("muted");
        caption.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(title, caption, gap, new WhereFromButton("likeness-where", this::provenance));
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getStyleClass().add("card-heading");
        setVgrow(plot, Priority.ALWAYS);
        nearest.setId("nearest-positions");
        nearest.getStyleClass().add("note");
        nearest.setWrapText(true);
        nearest.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(heading, plot, nearest);
        model.addedProperty().subscribe(this::show);
    }

    private void show(@Nullable AddedRow now) {
        plot.show(now);
        if (now != null) {
            nearest.setText("Nearest to position %d: %s. %s"
                    .formatted(
                            now.position() + 1,
                            now.nearest().stream()
                                    .map(other -> "%d (%s)"
                                            .formatted(
                                                    other + 1,
                                                    SignedNumber.of(now.alike().at(other), 2)))
                                    .collect(Collectors.joining(" · ")),
                            verdict(now)));
        }
    }

    /** Only what is true of this model: one that was not trained knows of no neighbours. */
    private static String verdict(AddedRow now) {
        int named = now.nearest().size();
        long close = now.nearest().stream()
                .filter(other -> Math.abs(other - now.position()) <= named)
                .count();
        return close == named
                ? "All stand close by: nobody told the model which positions are neighbours, training did."
                : "%d of these %d stand within %d places of it.".formatted(close, named, named);
    }

    private Optional<Provenance> provenance() {
        return Optional.ofNullable(model.addedProperty().get())
                .filter(now -> !now.nearest().isEmpty())
                .map(now -> new Provenance(
                        "How alike positions %d and %d are"
                                .formatted(now.position() + 1, now.nearest().getFirst() + 1),
                        List.of(
                                "cosine = a·b ÷ (|a| |b|), with each of %,d rows".formatted(now.places()),
                                String.format(
                                        Locale.ROOT,
                                        "= %.4f",
                                        now.alike().at(now.nearest().getFirst()))),
                        new SourceOf("tokenwalk.runtime.transformer.PositionTable", "cosines")));
    }
}
