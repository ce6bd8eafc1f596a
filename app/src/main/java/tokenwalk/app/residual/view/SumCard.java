package tokenwalk.app.residual.view;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.provenance.ProvenancePopOver;
import tokenwalk.app.residual.model.Attribution;
import tokenwalk.app.residual.model.ResidualModel;
import tokenwalk.app.residual.model.StreamPart.Kind;

/** The parts added up, beside the logit that the model computed. */
public final class SumCard extends VBox {
    private final ResidualModel model;
    private final Label attention = new Label();
    private final Label mlp = new Label();
    private final GridPane table = new GridPane();
    private int rows;
    private final Label embedding = new Label();
    private final Label embeddingSum = number("embedding-sum");
    private final Label attentionSum = number("attention-sum");
    private final Label mlpSum = number("mlp-sum");
    private final Label bias = new Label("final norm’s bias");
    private final Label biasSum = number("bias-sum");
    private final Label sum = number("parts-sum");
    private final Label logit = number("parts-logit");
    private final Label difference = number("parts-difference");

    public SumCard(ResidualModel model) {
        this.model = model;
        getStyleClass().addAll("card", "sum-card");
        Label title = new Label("They add up");
        title.getStyleClass().add("card-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button where = new Button("Where from?");
        where.setId("sum-where");
        where.getStyleClass().addAll("flat", "small");
        where.setOnAction(_ -> {
            Attribution now = model.attributionProperty().get();
            if (now != null) {
                ProvenancePopOver.show(StreamProvenance.ofSum(now), where);
            }
        });
        HBox heading = new HBox(title, gap, where);
        heading.setAlignment(Pos.CENTER_LEFT);
        table.getStyleClass().add("sum-table");
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        ColumnConstraints numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        table.getColumnConstraints().addAll(words, numbers);
        row(embedding, embeddingSum);
        row(attention, attentionSum);
        row(mlp, mlpSum);
        row(bias, biasSum);
        biasSum.visibleProperty().bind(bias.visibleProperty());
        List.of(bias, biasSum).forEach(label -> label.managedProperty().bind(label.visibleProperty()));
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        table.add(rule, 0, rows++, 2, 1);
        row(new Label("sum of all parts"), sum);
        row(new Label("the model’s logit"), logit);
        row(new Label("difference"), difference);
        attention.getStyleClass().add("attention-word");
        mlp.getStyleClass().add("mlp-word");
        sum.getStyleClass().add("strong");
        logit.getStyleClass().add("model-word");
        getChildren().addAll(heading, table);
        model.attributionProperty().subscribe(this::show);
    }

    private static Label number(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("number");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private void row(Node words, Label number) {
        table.addRow(rows++, words, number);
    }

    private void show(@Nullable Attribution now) {
        if (now == null) {
            return;
        }
        attention.setText(now.count(Kind.ATTENTION) + " × attention");
        mlp.setText(now.count(Kind.MLP) + " × MLP");
        embedding.setText(now.beginning().name());
        embeddingSum.setText(SignedNumber.marked(now.beginning().change(), 2));
        bias.setVisible(now.has(Kind.FINAL_BIAS));
        biasSum.setText(SignedNumber.marked(now.sum(Kind.FINAL_BIAS), 2));
        attentionSum.setText(SignedNumber.marked(now.sum(Kind.ATTENTION), 2));
        mlpSum.setText(SignedNumber.marked(now.sum(Kind.MLP), 2));
        sum.setText(SignedNumber.of(now.sum(), 4));
        logit.setText(SignedNumber.of(now.logit(), 4));
        difference.setText(String.format(Locale.ROOT, "%.6f", Math.abs(now.sum() - now.logit())));
    }
}
