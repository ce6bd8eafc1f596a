package tokenwalk.app.training.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.ProvenancePopOver;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.training.model.Gradient;
import tokenwalk.app.training.model.Guess;
import tokenwalk.app.training.model.TrainingModel;

/** The chosen guess: what it costs, and where training pulls its logits. */
public final class GradientCard extends VBox {
    private static final String RUNTIME = "tokenwalk.runtime.lens.CrossEntropy";

    private final TrainingModel model;
    private final Appearance appearance;
    private final TokenText input = new TokenText();
    private final TokenText target = new TokenText();
    private final Label loss = new Label();
    private final Label sum = new Label();
    private final VBox rows = new VBox();
    private final Button lossFrom = whereFrom("loss-where-from");
    private final Button gradientFrom = whereFrom("gradient-where-from");

    public GradientCard(TrainingModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
        getStyleClass().addAll("card", "gradient-card");
        Label arrow = new Label("→");
        arrow.getStyleClass().add("muted");
        Label caption = new Label("Chosen guess");
        caption.getStyleClass().add("card-title");
        caption.setMinWidth(Region.USE_PREF_SIZE);
        HBox title = line(caption, input, arrow, target);
        title.setId("chosen-guess");
        target.getStyleClass().add("strong");
        loss.setId("chosen-loss");
        loss.getStyleClass().add("number");
        loss.setMinWidth(Region.USE_PREF_SIZE);
        sum.setId("gradient-sum");
        sum.getStyleClass().add("number");
        sum.setWrapText(true);
        rows.setId("gradient");
        rows.getStyleClass().add("gradient-rows");
        Label heading = new Label("Gradient at the logits");
        heading.getStyleClass().add("card-title");
        Label what = new Label("probability − 1 for the target, probability − 0 for all others");
        what.getStyleClass().add("note");
        what.setWrapText(true);
        Label legend = new Label("← training raises the score · training lowers it →");
        legend.getStyleClass().add("note");
        legend.setMaxWidth(Double.MAX_VALUE);
        legend.setAlignment(Pos.CENTER);
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        lossFrom.setOnAction(_ -> explainLoss());
        gradientFrom.setOnAction(_ -> explainGradient());
        getChildren()
                .addAll(
                        title,
                        line(loss, gap(), lossFrom),
                        rule,
                        line(heading, gap(), gradientFrom),
                        what,
                        rows,
                        legend,
                        sum);
        visibleProperty().bind(model.gradientProperty().isNotNull());
        model.gradientProperty().subscribe(this::show);
    }

    private static HBox line(Node... parts) {
        HBox line = new HBox(parts);
        line.getStyleClass().add("card-heading");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Button whereFrom(String id) {
        Button button = new Button("Where from?");
        button.setId(id);
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void show(@Nullable Gradient gradient) {
        if (gradient == null) {
            return;
        }
        Guess guess = gradient.guess();
        input.setToken(TokenLabels.of(guess.input()));
        target.setToken(TokenLabels.of(guess.target()));
        loss.setText(String.format(Locale.ROOT, "loss = −ln %.6f = %.6f nats", guess.probability(), guess.loss()));
        List<Node> shown = new ArrayList<>();
        double largest = gradient.entries().stream()
                .mapToDouble(entry -> Math.abs(entry.value()))
                .max()
                .orElse(1);
        for (Gradient.Entry entry : gradient.entries()) {
            shown.add(row(entry, entry.value() / largest));
        }
        rows.getChildren().setAll(shown);
        sum.setText("All %s entries add up to %s."
                .formatted(
                        String.format(Locale.ROOT, "%,d", gradient.size()),
                        SignedNumber.of(gradient.sum(), 6).replace("−0.000000", "0.000000")));
    }

    /** @param length of the bar, −1…1: the largest entry fills its half */
    private Node row(Gradient.Entry entry, double length) {
        TokenText token = new TokenText(TokenLabels.of(entry.token()));
        StackPane cell = new StackPane(token);
        StackPane.setAlignment(token, Pos.CENTER_LEFT);
        cell.getStyleClass().add("gradient-token");
        if (entry.value() < 0) {
            token.getStyleClass().add("strong");
        }
        SignedBar bar = new SignedBar(appearance);
        bar.setValue(length);
        HBox.setHgrow(bar, Priority.ALWAYS);
        bar.setMaxHeight(Double.MAX_VALUE);
        Label number = new Label(SignedNumber.marked(entry.value(), 4));
        number.getStyleClass().addAll("number", "gradient-number");
        number.setAlignment(Pos.CENTER_RIGHT);
        HBox row = new HBox(cell, bar, number);
        row.getStyleClass().add("gradient-row");
        row.setFillHeight(true);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void explainLoss() {
        Gradient gradient = model.gradientProperty().get();
        if (gradient != null) {
            Guess guess = gradient.guess();
            ProvenancePopOver.show(
                    new Provenance(
                            "Loss of one guess",
                            List.of(
                                    "loss = −ln p(target | all tokens up to the input)",
                                    "p(" + TokenLabels.of(guess.target()).plain() + ") = "
                                            + String.format(Locale.ROOT, "%.9f", guess.probability()),
                                    "−ln p = " + String.format(Locale.ROOT, "%.6f", guess.loss()) + " nats"),
                            new Provenance.SourceOf(RUNTIME, "loss")),
                    lossFrom);
        }
    }

    private void explainGradient() {
        Gradient gradient = model.gradientProperty().get();
        if (gradient != null) {
            Gradient.Entry entry = gradient.entries().getLast();
            ProvenancePopOver.show(
                    new Provenance(
                            "Gradient at one logit",
                            List.of(
                                    "∂loss / ∂logit = softmax(logits) − 1 at the target, − 0 elsewhere",
                                    "at the target "
                                            + TokenLabels.of(entry.token()).plain() + ": "
                                            + String.format(
                                                    Locale.ROOT,
                                                    "%.6f − 1 = ",
                                                    gradient.guess().probability())
                                            + SignedNumber.of(entry.value(), 6)),
                            new Provenance.SourceOf(RUNTIME, "gradient")),
                    gradientFrom);
        }
    }
}
