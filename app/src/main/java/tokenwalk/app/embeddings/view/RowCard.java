package tokenwalk.app.embeddings.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.HeatStrip;
import tokenwalk.app.controls.Numbers;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.embeddings.model.RowModel;
import tokenwalk.app.embeddings.model.RowModel.PickedRow;
import tokenwalk.app.embeddings.model.RowModel.Place;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.app.provenance.WhereFromButton;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.transformer.PositionTable;
import tokenwalk.runtime.transformer.Positions;
import tokenwalk.runtime.transformer.Rotary;

/** The row that the chosen token picks, and what the model begins with at each place where the token stands. */
public final class RowCard extends VBox {
    private static final int PLACES_SHOWN = 3;
    private static final int NUMBERS_QUOTED = 4;

    private final SessionModel session;
    private final RowModel model;
    private final Appearance appearance;
    private final TokenText token = new TokenText();
    private final Label which = new Label("Choose a token to see its row.");
    private final WrappedStrip strip;
    private final Label same = new Label();
    private final VBox places = new VBox();

    public RowCard(SessionModel session, RowModel model, Appearance appearance) {
        this.session = session;
        this.model = model;
        this.appearance = appearance;
        this.strip = new WrappedStrip(appearance);
        getStyleClass().addAll("card", "row-card");
        Label title = new Label("The row of");
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        token.getStyleClass().add("title-token");
        token.setMinWidth(Region.USE_PREF_SIZE);
        token.setId("row-token");
        which.setId("row-which");
        which.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(title, token, gap, new WhereFromButton("row-where", this::provenance));
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getStyleClass().add("card-heading");
        same.setId("same-row");
        same.setWrapText(true);
        same.setMinHeight(Region.USE_PREF_SIZE);
        places.getStyleClass().add("strips");
        setVgrow(strip, Priority.ALWAYS);
        getChildren().addAll(heading, which, strip, same, places);
        model.pickedProperty().subscribe(this::show);
    }

    private void show(@Nullable PickedRow now) {
        Reading reading = session.reading();
        if (now == null || reading == null) {
            return;
        }
        token.setToken(TokenLabels.of(now.token()));
        which.setText("row %,d of %,d · %,d numbers"
                .formatted(
                        now.token().id(),
                        reading.trace().shape().vocabulary(),
                        now.row().size()));
        strip.show(now.row());
        same.setText(sentence(now, reading.model().transformer().positions()));
        List<Place> first = shown(now);
        places.getChildren()
                .setAll(first.stream().map(place -> line(place, now)).toList());
    }

    /** The chosen place among the first ones. */
    private static List<Place> shown(PickedRow now) {
        List<Place> all = now.places();
        int chosen = IntStream.range(0, all.size())
                .filter(i -> all.get(i).position() == now.position())
                .findFirst()
                .orElse(0);
        int from = Math.clamp(chosen - PLACES_SHOWN + 1, 0, Math.max(0, all.size() - PLACES_SHOWN));
        return all.subList(from, Math.min(all.size(), from + PLACES_SHOWN));
    }

    private static String sentence(PickedRow now, Positions positions) {
        double difference =
                now.places().stream().mapToDouble(Place::difference).max().orElse(0);
        String begin = now.places().size() == 1
                ? "It stands here once; what enters block 0 "
                : "It stands here %d times; what enters block 0 "
                        .formatted(now.places().size());
        return begin
                + switch (positions) {
                    case Rotary _
                    when difference == 0 -> "is this very row, number by number: position plays no part yet.";
                    case Rotary _ -> "differs from the row by up to " + written(difference) + ".";
                    case PositionTable _ ->
                        "differs from the row by up to " + written(difference) + ": the row of the position is added.";
                };
    }

    private static String written(double difference) {
        return difference == 0 ? "0" : String.format(Locale.ROOT, difference < 1e-3 ? "%.1e" : "%.3f", difference);
    }

    private Node line(Place place, PickedRow now) {
        Label position = new Label("position " + (place.position() + 1));
        position.getStyleClass().addAll("place-name", place.position() == now.position() ? "strong" : "muted");
        HeatStrip residual = new HeatStrip(appearance);
        residual.getStyleClass().add("place-strip");
        residual.scaleProperty().set(now.row().largest());
        residual.setNumbers(Numbers.of(place.residual().size(), place.residual()::at));
        position.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(residual, Priority.ALWAYS);
        Label difference = new Label("difference " + written(place.difference()));
        difference.getStyleClass().add("place-difference");
        difference.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(position, residual, difference);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("strip-row");
        return line;
    }

    private Optional<Provenance> provenance() {
        return Optional.ofNullable(model.pickedProperty().get())
                .map(now -> new Provenance(
                        "The row of " + TokenLabels.of(now.token()).plain(),
                        List.of(
                                "table[id], unpacked from the file's blocks; nothing is multiplied",
                                "id = " + now.token().id(),
                                "its first numbers: "
                                        + IntStream.range(
                                                        0,
                                                        Math.min(
                                                                NUMBERS_QUOTED,
                                                                now.row().size()))
                                                .mapToObj(i -> SignedNumber.of(
                                                        now.row().at(i), 4))
                                                .collect(Collectors.joining(", "))
                                        + ", …"),
                        new SourceOf("tokenwalk.runtime.tensor.StoredMatrix", "dequantise")));
    }
}
