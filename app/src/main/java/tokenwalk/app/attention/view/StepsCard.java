package tokenwalk.app.attention.view;

import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.attention.model.AttentionModel;
import tokenwalk.app.attention.model.FirstTokenFacts;
import tokenwalk.app.attention.model.HeadsModel.HeadSteps;
import tokenwalk.app.controls.HeatStrip;
import tokenwalk.app.controls.Numbers;
import tokenwalk.app.controls.Percent;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.provenance.ProvenancePopOver;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.tensor.Vector;

/** The chosen head for the chosen token, step by step: q·k, ÷ √D, mask, softmax, weighted sum of values. */
final class StepsCard extends VBox {
    private static final double ROW = 24;
    /** So many rows stay free below the chosen token, to show that what follows is masked. */
    private static final int BELOW = 3;

    private final AttentionModel model;
    private final Appearance appearance;
    private final Label title = new Label("Steps");
    private final Label root = new Label();
    private final ListView<Integer> rows = new ListView<>();
    private final HeatStrip sum;
    private final Label first = new Label();

    StepsCard(AttentionModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
        getStyleClass().addAll("card", "steps-card");
        title.setId("steps-title");
        title.getStyleClass().add("card-title");
        Button where = new Button("Where from?");
        where.setId("steps-where");
        where.getStyleClass().addAll("flat", "small");
        where.setMinWidth(USE_PREF_SIZE);
        where.setOnAction(_ -> explain(where));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(title, gap, where);
        heading.setAlignment(Pos.CENTER_LEFT);

        sum = new HeatStrip(appearance);
        sum.setId("steps-sum");
        Label token = new Label("token");
        Label meaning = new Label("Σ weight · V: what the head passes on");
        meaning.getStyleClass().add("strong");
        HBox headings = StepRow.cells(
                token,
                new Label("q·k"),
                root,
                new Label("mask"),
                new Label("softmax"),
                new Region(),
                new Label("weight · V"));
        headings.getStyleClass().add("step-headings");
        HBox.setHgrow(sum, Priority.ALWAYS);
        HBox total = new HBox(meaning, sum);
        total.getStyleClass().add("steps-total");
        total.setAlignment(Pos.CENTER_LEFT);
        meaning.setMinWidth(USE_PREF_SIZE);

        rows.setId("steps");
        rows.getStyleClass().add("steps");
        rows.setCellFactory(_ -> new StepRow(model.heads().stepsProperty(), appearance));
        appearance.textScaleProperty().subscribe(_ -> rows.setFixedCellSize(appearance.px(ROW)));
        rows.setFixedCellSize(appearance.px(ROW));
        setVgrow(rows, Priority.ALWAYS);
        getChildren().addAll(heading, headings, rows, total, firstToken());
        model.heads().stepsProperty().subscribe(this::show);
        model.heads().firstTokenProperty().subscribe(this::tell);
    }

    private VBox firstToken() {
        Label question = new Label("Why does everything look at the first token?");
        question.getStyleClass().add("strong");
        CheckBox without = new CheckBox("Leave the first token out of the shading");
        without.setId("without-first");
        without.setMinWidth(USE_PREF_SIZE);
        without.selectedProperty().bindBidirectional(model.withoutFirstProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(question, gap, without);
        line.setAlignment(Pos.CENTER_LEFT);
        first.setId("first-token");
        first.getStyleClass().add("note");
        first.setWrapText(true);
        first.setMinHeight(USE_PREF_SIZE);
        VBox box = new VBox(line, first);
        box.getStyleClass().addAll("inset", "first-token");
        return box;
    }

    private void show(@Nullable HeadSteps now) {
        if (now == null) {
            return;
        }
        int length = now.reading().trace().length();
        String token = TokenLabels.of(now.reading().trace().tokens().get(now.position()))
                .plain();
        title.setText("Layer %d, head %d, for %s %d".formatted(now.layer(), now.head(), token, now.position() + 1));
        root.setText("÷ √" + now.reading().trace().shape().attention().headWidth());
        if (rows.getItems().size() == length) {
            rows.refresh();
        } else {
            rows.getItems().setAll(IntStream.range(0, length).boxed().toList());
        }
        rows.getSelectionModel().select(now.steps().weights().indexOfLargest());
        // What is seen ends at the chosen token; in a long text that end is what one wants to read.
        int visible = (int) (rows.getHeight() / appearance.px(ROW));
        rows.scrollTo(Math.max(0, now.position() - visible + BELOW));
        Vector mixed = now.steps().mixed();
        sum.scaleProperty().set(StepRow.scale(now));
        sum.setNumbers(Numbers.of(mixed.size(), mixed::at));
    }

    private void tell(@Nullable FirstTokenFacts facts) {
        if (facts == null) {
            return;
        }
        if (facts.position() == 0) {
            first.setText("The first token sees only itself, so it gives itself 100 % in every head.");
            return;
        }
        String token = TokenLabels.of(facts.reading().trace().tokens().get(facts.position()))
                .plain();
        boolean light = facts.valueLength() < facts.usualLength() / 2;
        first.setText(("Softmax must give away 100 %%, even when a head finds nothing to read; every token can see the"
                        + " first. Over all %,d heads %s %d gives it %s on average. Here its value is %s long, the others’"
                        + " median %s%s")
                .formatted(
                        facts.heads(),
                        token,
                        facts.position() + 1,
                        Percent.of(facts.share()),
                        SignedNumber.of(facts.valueLength(), 2),
                        SignedNumber.of(facts.usualLength(), 2),
                        light ? ": looking at it passes on almost nothing." : "."));
    }

    private void explain(Button where) {
        HeadSteps now = model.heads().stepsProperty().get();
        Integer seen = rows.getSelectionModel().getSelectedItem();
        if (now != null && seen != null && seen <= now.position()) {
            ProvenancePopOver.show(StepProvenance.of(now, seen), where);
        }
    }
}
