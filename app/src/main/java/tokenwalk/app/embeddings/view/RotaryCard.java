package tokenwalk.app.embeddings.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.embeddings.model.RotaryModel;
import tokenwalk.app.embeddings.model.RotaryModel.Turned;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.app.provenance.WhereFromButton;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.model.LanguageModel;

/** Position as angles: how far each pair of a query and of a key is turned where they stand. */
public final class RotaryCard extends VBox {
    private final RotaryModel model;
    private final PairDials dials;
    private final Label words = new Label();
    private final ComboBox<Integer> layer = new ComboBox<>();
    private final ComboBox<Integer> head = new ComboBox<>();

    public RotaryCard(SessionModel session, RotaryModel model, Appearance appearance) {
        this.model = model;
        this.dials = new PairDials(appearance);
        getStyleClass().addAll("card", "rotary-card");
        words.setId("rotary-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().add("note");
        setVgrow(dials, Priority.ALWAYS);
        getChildren().addAll(heading(session), dials, words);
        model.turnedProperty().subscribe(this::show);
        session.modelProperty().subscribe(opened -> fill(opened, session));
    }

    private Node heading(SessionModel session) {
        Label title = new Label("Position turns each pair");
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        number(layer, "rotary-layer", session.layerProperty());
        number(head, "rotary-head", session.headProperty());
        HBox row = new HBox(
                title,
                gap,
                caption("Layer", layer),
                layer,
                caption("Head", head),
                head,
                new WhereFromButton("rotary-where", this::provenance));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("card-heading");
        return row;
    }

    private static Label caption(String text, Node of) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(of);
        return label;
    }

    private static void number(ComboBox<Integer> box, String id, IntegerProperty property) {
        box.setId(id);
        box.getStyleClass().add("small-number");
        property.subscribe(value -> {
            if (!box.getItems().isEmpty()) {
                box.setValue(value.intValue());
            }
        });
        box.setOnAction(_ -> {
            if (box.getValue() != null) {
                property.set(box.getValue());
            }
        });
    }

    private void fill(@Nullable LanguageModel opened, SessionModel session) {
        if (opened != null) {
            int layers = opened.shape().layers();
            int heads = opened.shape().attention().heads();
            int nowLayer = Math.min(session.layerProperty().get(), layers - 1);
            int nowHead = Math.min(session.headProperty().get(), heads - 1);
            layer.getItems().setAll(IntStream.range(0, layers).boxed().toList());
            layer.setValue(nowLayer);
            head.getItems().setAll(IntStream.range(0, heads).boxed().toList());
            head.setValue(nowHead);
        }
    }

    private void show(@Nullable Turned now) {
        dials.show(now);
        if (now != null) {
            int last = now.rotary().pairs() - 1;
            words.setText(
                    "Long hand: Q at %d; short hand: K at %d. Pair 0 turns %s a position, pair %d only %s. The wedge between the hands is what distance %d leaves, wherever both stand."
                            .formatted(
                                    now.queryAt() + 1,
                                    now.keyAt() + 1,
                                    degrees(now.rotary().angle(0, 1)),
                                    last,
                                    degrees(now.rotary().angle(last, 1)),
                                    now.distance()));
        }
    }

    private static String degrees(double radians) {
        return String.format(Locale.ROOT, "%.2g°", Math.toDegrees(radians)).replaceFirst("\\.0+°", "°");
    }

    private Optional<Provenance> provenance() {
        return Optional.ofNullable(model.turnedProperty().get())
                .map(now -> new Provenance(
                        "By how much pair 0 of the query is turned",
                        List.of(
                                "angle = position · base^(−2·pair ÷ head width)",
                                String.format(
                                        Locale.ROOT,
                                        "position counts from 0: %d · %.6f = %.4f radians",
                                        now.queryAt(),
                                        now.rotary().angle(0, 1),
                                        now.rotary().angle(0, now.queryAt()))),
                        new SourceOf("tokenwalk.runtime.transformer.Rotary", "rotate")));
    }
}
