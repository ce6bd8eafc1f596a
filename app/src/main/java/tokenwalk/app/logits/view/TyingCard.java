package tokenwalk.app.logits.view;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.HeatStrip;
import tokenwalk.app.controls.Numbers;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.logits.model.LogitSum;
import tokenwalk.app.logits.model.LogitsModel;
import tokenwalk.app.logits.model.Scores;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.transformer.ModelShape;
import tokenwalk.runtime.transformer.Transformer;

/** The chosen token's row twice: as the embedding it is picked by, and as the unembedding row it is scored by. */
public final class TyingCard extends VBox {
    private final LogitsModel model;
    private final HeatStrip in;
    private final HeatStrip out;
    private final Label title = new Label();
    private final Label note = new Label();

    public TyingCard(LogitsModel model, Appearance appearance) {
        this.model = model;
        this.in = new HeatStrip(appearance);
        this.out = new HeatStrip(appearance);
        getStyleClass().addAll("card", "tying-card");
        title.setId("tying");
        title.getStyleClass().add("card-title");
        note.setId("tying-note");
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        in.setId("embedding-row");
        out.setId("unembedding-row");
        getChildren().addAll(title, row("In: embedding", in), row("Out: unembedding", out), note);
        model.sumProperty().subscribe(this::show);
    }

    private HBox row(String words, HeatStrip strip) {
        Label name = new Label(words);
        name.getStyleClass().addAll("note", "strip-name");
        strip.hoveredProperty().bindBidirectional(model.dimensionProperty());
        HBox.setHgrow(strip, Priority.ALWAYS);
        HBox row = new HBox(name, strip);
        row.getStyleClass().add("strip-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void show(@Nullable LogitSum sum) {
        Scores scores = model.scoresProperty().get();
        if (sum == null || scores == null) {
            return;
        }
        Transformer transformer = scores.reading().model().transformer();
        Vector embedding = transformer.embedding().row(sum.tokenId());
        double scale = Math.max(embedding.largest(), sum.row().largest());
        show(in, embedding, scale);
        show(out, sum.row(), scale);
        ModelShape shape = transformer.shape();
        String size = String.format("%,d × %,d", shape.vocabulary(), shape.width());
        String token = TokenLabels.of(scores.token(sum.tokenId())).plain();
        if (transformer.unembedding().isTied()) {
            title.setText("The same matrix, in and out");
            note.setText("This model has one table of " + size + ". Reading " + token + " picks this row; predicting "
                    + token + " multiplies the final vector with the same row.");
        } else {
            title.setText("Two matrices, in and out");
            note.setText(String.format(
                    "This model has two tables of %s. The cosine between the two rows of %s is %.3f.",
                    size, token, embedding.cosine(sum.row())));
        }
    }

    private static void show(HeatStrip strip, Vector vector, double scale) {
        strip.scaleProperty().set(scale);
        strip.setNumbers(Numbers.of(vector.size(), vector::at));
    }
}
