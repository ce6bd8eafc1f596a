package tokenwalk.app.embeddings.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.embeddings.model.RotaryModel;
import tokenwalk.app.embeddings.model.RotaryModel.Turned;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.app.provenance.WhereFromButton;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;

/** The score of a query and a key against their distance; both can be moved along the text, and the score stays. */
public final class DistanceCard extends VBox {
    private final SessionModel session;
    private final RotaryModel model;
    private final DistancePlot plot;
    private final ComboBox<Integer> key = new ComboBox<>();
    private final Slider slider = new Slider(0, 1, 0);
    private final Label moved = new Label();
    private final Label here = new Label();
    private final Label there = new Label();
    private boolean filling;

    public DistanceCard(SessionModel session, RotaryModel model, Appearance appearance) {
        this.session = session;
        this.model = model;
        this.plot = new DistancePlot(appearance);
        getStyleClass().addAll("card", "distance-card");
        setVgrow(plot, Priority.ALWAYS);
        here.setId("score-here");
        there.setId("score-there");
        List.of(here, there).forEach(label -> label.getStyleClass().add("score-line"));
        getChildren().addAll(heading(), plot, shift(), here, there);
        session.readingProperty().subscribe(this::fillKeys);
        session.positionProperty().subscribe(this::fillKeys);
        model.keyPositionProperty().subscribe(this::fillKeys);
        fillKeys();
        model.turnedProperty().subscribe(this::show);
    }

    private Node heading() {
        Label title = new Label("Only the distance counts");
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label caption = new Label("key of");
        caption.getStyleClass().add("muted");
        caption.setMinWidth(Region.USE_PREF_SIZE);
        caption.setLabelFor(key);
        key.setId("key-token");
        key.setVisibleRowCount(12);
        key.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer position) {
                return position == null ? "" : named(position);
            }

            @Override
            public Integer fromString(String text) {
                throw new UnsupportedOperationException("the list is not editable");
            }
        });
        key.setOnAction(_ -> {
            if (!filling && key.getValue() != null) {
                model.keyPositionProperty().set(key.getValue());
            }
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(title, gap, caption, key, new WhereFromButton("distance-where", this::provenance));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("card-heading");
        return row;
    }

    private Node shift() {
        Label caption = new Label("Move both by");
        caption.getStyleClass().add("muted");
        caption.setMinWidth(Region.USE_PREF_SIZE);
        caption.setLabelFor(slider);
        slider.setId("shift");
        slider.setBlockIncrement(1);
        slider.setMaxWidth(Double.MAX_VALUE);
        slider.maxProperty().bind(model.mostShiftProperty());
        slider.valueProperty()
                .subscribe((_, value) -> model.shiftProperty().set((int) Math.round(value.doubleValue())));
        model.shiftProperty().subscribe(value -> {
            if (Math.round(slider.getValue()) != value.intValue()) {
                slider.setValue(value.intValue());
            }
        });
        HBox.setHgrow(slider, Priority.ALWAYS);
        moved.getStyleClass().addAll("number", "shift-value");
        HBox row = new HBox(caption, slider, moved);
        row.getStyleClass().add("button-row");
        return row;
    }

    private String named(int position) {
        Reading reading = session.reading();
        return reading == null || position >= reading.trace().length()
                ? ""
                : TokenLabels.of(reading.trace().tokens().get(position)).plain() + "  " + (position + 1);
    }

    private void fillKeys() {
        Reading reading = session.reading();
        int position = session.positionProperty().get();
        if (reading == null || position >= reading.trace().length()) {
            return;
        }
        filling = true;
        key.getItems().setAll(IntStream.rangeClosed(0, position).boxed().toList());
        key.setValue(Math.min(model.keyPositionProperty().get(), position));
        filling = false;
    }

    private void show(@Nullable Turned now) {
        plot.show(now);
        if (now == null) {
            return;
        }
        int shift = model.shiftProperty().get();
        moved.setText(String.format("%,d", shift));
        here.setText("q·k ÷ √%d   at %,d and %,d:   %s"
                .formatted(
                        now.query().size(),
                        now.queryAt() - shift + 1,
                        now.keyAt() - shift + 1,
                        SignedNumber.of(now.unmoved(), 4)));
        there.setText(
                shift == 0
                        ? "Move both along the text: the score stays."
                        : "moved:      at %,d and %,d:   %s   %s"
                                .formatted(
                                        now.queryAt() + 1,
                                        now.keyAt() + 1,
                                        SignedNumber.of(now.score(), 4),
                                        difference(now.score() - now.unmoved())));
    }

    private static String difference(double difference) {
        double size = Math.abs(difference);
        return size < 1e-4 ? "the same" : String.format(Locale.ROOT, "differs by %.1e", size);
    }

    private Optional<Provenance> provenance() {
        return Optional.ofNullable(model.turnedProperty().get())
                .map(now -> new Provenance(
                        "The score of a query and a key",
                        List.of(
                                "score = (q turned to its position) · (k turned to its position) ÷ √D",
                                "turning both by one more angle turns neither against the other",
                                String.format(
                                        Locale.ROOT,
                                        "positions from 0: %d and %d; D = %d; %.5f ÷ %.3f = %.5f",
                                        now.queryAt(),
                                        now.keyAt(),
                                        now.query().size(),
                                        now.score() * Math.sqrt(now.query().size()),
                                        Math.sqrt(now.query().size()),
                                        now.score())),
                        new SourceOf("tokenwalk.runtime.transformer.Rotary", "rotated")));
    }
}
