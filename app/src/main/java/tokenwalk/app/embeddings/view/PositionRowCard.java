package tokenwalk.app.embeddings.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import tokenwalk.app.embeddings.model.PositionRowModel;
import tokenwalk.app.embeddings.model.PositionRowModel.AddedRow;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.app.provenance.WhereFromButton;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.tensor.Vector;

/** Position as a row of its own: the token's row, the position's row, and their sum, which enters block 0. */
public final class PositionRowCard extends VBox {
    private final PositionRowModel model;
    private final Label tokenName = name("added-token");
    private final Label positionName = name("added-position");
    private final HeatStrip token;
    private final HeatStrip position;
    private final HeatStrip sum;
    private final Label words = new Label();

    public PositionRowCard(PositionRowModel model, Appearance appearance) {
        this.model = model;
        this.token = new HeatStrip(appearance);
        this.position = new HeatStrip(appearance);
        this.sum = new HeatStrip(appearance);
        token.setId("token-row-strip");
        position.setId("position-row-strip");
        sum.setId("sum-strip");
        getStyleClass().addAll("card", "position-row-card");
        Label title = new Label("Position adds a row");
        title.getStyleClass().add("card-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(title, gap, new WhereFromButton("position-row-where", this::provenance));
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getStyleClass().add("card-heading");
        Label sumName = name("added-sum");
        sumName.setText("= enters block 0");
        words.setId("position-row-words");
        words.getStyleClass().add("note");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(heading, line(tokenName, token), line(positionName, position), line(sumName, sum), words);
        model.addedProperty().subscribe(this::show);
    }

    private static Label name(String id) {
        Label name = new Label();
        name.setId(id);
        name.getStyleClass().addAll("note", "strip-name");
        return name;
    }

    private static Node line(Label name, HeatStrip strip) {
        HBox.setHgrow(strip, Priority.ALWAYS);
        strip.setMaxHeight(Double.MAX_VALUE);
        HBox line = new HBox(name, strip);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("strip-row");
        setVgrow(line, Priority.ALWAYS);
        return line;
    }

    private void show(@Nullable AddedRow now) {
        if (now == null) {
            return;
        }
        double scale = Math.max(
                now.sum().largest(),
                Math.max(now.tokenRow().largest(), now.positionRow().largest()));
        tokenName.setText("row of " + TokenLabels.of(now.token()).plain());
        positionName.setText("+ row of position " + (now.position() + 1));
        show(token, now.tokenRow(), scale);
        show(position, now.positionRow(), scale);
        show(sum, now.sum(), scale);
        words.setText(String.format(
                Locale.ROOT,
                "A second table holds one row for each of %,d positions: no text can be longer. The token’s row is %.2f long, the position’s %.2f, the sum %.2f. %s",
                now.places(),
                now.tokenRow().norm(),
                now.positionRow().norm(),
                now.sum().norm(),
                now.difference() == 0
                        ? "Added number by number, it is what the model began with."
                        : String.format(
                                Locale.ROOT, "It differs from what the model began with by %.1e.", now.difference())));
    }

    private static void show(HeatStrip strip, Vector vector, double scale) {
        strip.scaleProperty().set(scale);
        strip.setNumbers(Numbers.of(vector.size(), vector::at));
    }

    private Optional<Provenance> provenance() {
        return Optional.ofNullable(model.addedProperty().get())
                .map(now -> new Provenance(
                        "What enters block 0 at position " + (now.position() + 1),
                        List.of(
                                "level 0 = tokens[id] + positions[position], position counts from 0",
                                "id = %d, position = %d".formatted(now.token().id(), now.position()),
                                "the first number: %s + %s = %s"
                                        .formatted(
                                                SignedNumber.of(now.tokenRow().at(0), 4),
                                                SignedNumber.of(
                                                        now.positionRow().at(0), 4),
                                                SignedNumber.of(now.sum().at(0), 4))),
                        new SourceOf("tokenwalk.runtime.transformer.Transformer", "embed")));
    }
}
