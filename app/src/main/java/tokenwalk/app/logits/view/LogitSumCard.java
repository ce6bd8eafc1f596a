package tokenwalk.app.logits.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.HeatStrip;
import tokenwalk.app.controls.Numbers;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.logits.model.LogitSum;
import tokenwalk.app.logits.model.LogitSum.Term;
import tokenwalk.app.logits.model.LogitsModel;
import tokenwalk.app.logits.model.Scores;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.app.provenance.ProvenancePopOver;
import tokenwalk.app.theme.Appearance;

/** The panel «One logit is a sum»: the largest terms, the rest as one line, and that they add up to the logit. */
public final class LogitSumCard extends VBox {
    private final LogitsModel model;
    private final TokenText token = new TokenText();
    private final Label after = new Label();
    private final Button best = new Button("Best token");
    private final HeatStrip finalVector;
    private final List<TermRow> terms = new ArrayList<>();
    private final TermRow rest;
    private final Label total = new Label();
    private final Label logit = new Label();
    private final Label agreement = new Label();

    public LogitSumCard(LogitsModel model, Appearance appearance) {
        this.model = model;
        this.finalVector = new HeatStrip(appearance);
        this.rest = new TermRow(appearance);
        getStyleClass().addAll("card", "logit-sum-card");
        finalVector.setId("final-vector");
        finalVector.hoveredProperty().bindBidirectional(model.dimensionProperty());
        rest.setId("rest");
        VBox rows = new VBox();
        for (int i = 0; i < LogitsModel.TERMS; i++) {
            TermRow row = new TermRow(appearance);
            terms.add(row);
        }
        rows.getChildren().addAll(terms);
        rows.getChildren().add(rest);
        rows.setId("terms");
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        getChildren().addAll(heading(), strip(), rows, rule, totals());
        model.sumProperty().subscribe(this::show);
        model.dimensionProperty().subscribe(this::link);
    }

    private HBox heading() {
        Label title = new Label("One logit is a sum:");
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        token.setId("logit-token");
        token.getStyleClass().addAll("logit-token", "strong");
        after.getStyleClass().add("muted");
        after.setMinWidth(0);
        HBox.setHgrow(after, Priority.ALWAYS);
        after.setMaxWidth(Double.MAX_VALUE);
        best.setId("follow-best");
        best.getStyleClass().addAll("flat", "small");
        best.setMinWidth(Region.USE_PREF_SIZE);
        best.setTooltip(new Tooltip("Show the token with the highest logit, whichever it is"));
        best.setOnAction(_ -> model.followBest());
        Button where = new Button("Where from?");
        where.setId("logit-where");
        where.getStyleClass().addAll("flat", "small");
        where.setMinWidth(Region.USE_PREF_SIZE);
        where.setOnAction(_ -> explain(where));
        HBox row = new HBox(title, token, after, best, where);
        row.getStyleClass().add("card-heading");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox strip() {
        Label name = new Label("Final vector");
        name.getStyleClass().addAll("note", "strip-name");
        HBox.setHgrow(finalVector, Priority.ALWAYS);
        HBox row = new HBox(name, finalVector);
        row.getStyleClass().add("strip-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox totals() {
        total.setId("total");
        total.getStyleClass().addAll("number", "strong");
        logit.setId("logit");
        logit.getStyleClass().addAll("number", "model-word");
        agreement.setId("agreement");
        agreement.getStyleClass().add("note");
        Label sum = new Label("All terms together");
        Label model = new Label("the model’s logit");
        model.getStyleClass().add("model-word");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(sum, total, new Label("="), model, logit, gap, agreement);
        row.getStyleClass().add("logit-totals");
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private void show(@Nullable LogitSum sum) {
        Scores scores = model.scoresProperty().get();
        if (sum == null || scores == null) {
            return;
        }
        token.setToken(TokenLabels.of(scores.token(sum.tokenId())));
        after.setText("after " + TokenLabels.of(scores.after()).plain() + " " + (scores.position() + 1));
        best.setVisible(!model.followsBest());
        finalVector.setNumbers(Numbers.of(sum.finalVector().size(), sum.finalVector()::at));
        double least = Math.min(0, sum.rest());
        double most = Math.max(0, sum.rest());
        for (Term term : sum.largest()) {
            least = Math.min(least, term.product());
            most = Math.max(most, term.product());
        }
        for (int i = 0; i < terms.size(); i++) {
            TermRow row = terms.get(i);
            boolean there = i < sum.largest().size();
            row.setVisible(there);
            if (there) {
                Term term = sum.largest().get(i);
                row.show("no. " + term.dimension(), factors(term), term.product(), least, most);
                row.setOnMouseEntered(_ -> model.dimensionProperty().set(term.dimension()));
                row.setOnMouseExited(_ -> model.dimensionProperty().set(LogitsModel.NONE));
            }
        }
        rest.show(String.format("%,d smaller terms", sum.restCount()), "", sum.rest(), least, most);
        total.setText(SignedNumber.of(sum.total(), 3));
        logit.setText(SignedNumber.of(sum.logit(), 3));
        agreement.setText(
                sum.difference() < 5e-4 ? "✓ the same" : String.format("✓ %.3f apart: rounding", sum.difference()));
        link();
    }

    private void link() {
        LogitSum sum = model.sumProperty().get();
        int dimension = model.dimensionProperty().get();
        for (int i = 0; sum != null && i < Math.min(terms.size(), sum.largest().size()); i++) {
            terms.get(i).link(sum.largest().get(i).dimension() == dimension);
        }
    }

    private static String factors(Term term) {
        // Padded, so that the numbers of all rows stand in one column.
        return "%s × %6s".formatted(SignedNumber.of(term.vector(), 3), SignedNumber.of(term.row(), 3));
    }

    private void explain(Button where) {
        LogitSum sum = model.sumProperty().get();
        Scores scores = model.scoresProperty().get();
        if (sum == null || scores == null) {
            return;
        }
        Term first = sum.largest().getFirst();
        ProvenancePopOver.show(
                new Provenance(
                        "The logit of "
                                + TokenLabels.of(scores.token(sum.tokenId())).plain(),
                        List.of(
                                "logit = Σ final vector[i] · unembedding[" + sum.tokenId() + "][i],  i = 0 … "
                                        + (sum.row().size() - 1),
                                "the largest term: i = " + first.dimension() + ":  " + factors(first) + " = "
                                        + SignedNumber.of(first.product(), 3),
                                "all " + sum.row().size() + " terms: " + SignedNumber.of(sum.total(), 4)
                                        + ",  the model's pass: " + SignedNumber.of(sum.logit(), 4)),
                        new SourceOf("tokenwalk.runtime.transformer.Unembedding", "logits")),
                where);
    }
}
