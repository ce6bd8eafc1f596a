package tokenwalk.app.generation.view;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tokenwalk.app.controls.BarList;
import tokenwalk.app.controls.BarRow;
import tokenwalk.app.controls.WrapRow;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.presenter.SpokenOf;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.place.Part;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.DrawTally;

/** The panel «Generating the next token». */
public final class GenerationCard extends VBox {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final int CANDIDATES = 10;
    private static final int PRESENTED = 6;

    private final SessionModel session;
    private final GenerationModel model;
    private final Appearance appearance;
    private final SpokenOf spokenOf;
    private final BarList bars;

    /** @param compact whether room is scarce: fewer words, narrower buttons, and the policy folded */
    public GenerationCard(
            SessionModel session,
            GenerationModel model,
            Appearance appearance,
            SpokenOf spokenOf,
            BooleanExpression compact) {
        this.session = session;
        this.model = model;
        this.appearance = appearance;
        this.spokenOf = spokenOf;
        this.bars = new BarList(BarList.Kind.CANDIDATES, CANDIDATES, appearance);
        bars.setId("candidates");
        Marked.as(Part.BARS, bars);
        getStyleClass().addAll("card", "generation-card");
        compact.subscribe(now -> pseudoClassStateChanged(COMPACT, now));
        bars.loadingProperty().bind(session.readingProperty().isNull());
        setVgrow(bars, Priority.ALWAYS);
        bars.visibleRowsProperty()
                .bind(Bindings.when(appearance.presentingProperty())
                        .then(PRESENTED)
                        .otherwise(CANDIDATES));
        Part[] knobs = {Part.TEMPERATURE, Part.TOP_K, Part.TOP_P, Part.SEED};
        FoldingPolicy policy = shownWith(new FoldingPolicy(model, compact, spokenOf.named(knobs)), knobs);
        GeneratedBox generated = Marked.as(Part.GENERATED, new GeneratedBox(session, model, appearance));
        getChildren().addAll(heading(compact), generated, buttons(), waiting(), bars, policy);
        model.distributionProperty().subscribe(this::showBars);
        model.tallyProperty().subscribe(this::showBars);
        appearance.presentingProperty().subscribe(this::showBars);
    }

    private <T extends Node> T shownWith(T node, Part... parts) {
        node.visibleProperty().bind(spokenOf.anyOf(parts));
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    private Node heading(BooleanExpression compact) {
        Label title = new Label("Generating the next token");
        title.getStyleClass().add("card-title");
        title.setMinWidth(0);
        Button counter = new Button();
        counter.setId("counter");
        Marked.as(Part.STOPS, counter);
        counter.getStyleClass().addAll("flat", "number", "counter");
        counter.setMinWidth(Region.USE_PREF_SIZE);
        counter.setTooltip(new Tooltip("New tokens so far, and how many at most: what stops the text is set here"));
        counter.setGraphic(new Label("▾"));
        counter.setContentDisplay(ContentDisplay.RIGHT);
        counter.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.generated().size() + " / "
                                + model.maximumProperty().get(),
                        session.readingProperty(),
                        model.maximumProperty()));
        StopsEditor editor = new StopsEditor(model);
        counter.setOnAction(_ -> editor.open(counter));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        BestOrDraw choice = shownWith(new BestOrDraw(model), Part.BEST_OR_DRAW);
        compact.subscribe(choice::setShort);
        HBox row = new HBox(title, counter, gap, Marked.as(Part.BEST_OR_DRAW, choice));
        row.getStyleClass().add("card-heading");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node buttons() {
        Button step = button("step", "Step", "Append one token and read the longer text (Ctrl + Enter)", model::step);
        step.getStyleClass().add("primary");
        step.disableProperty().bind(model.canStepProperty().not());
        Button play = button("play", "▶ Play", "Step until something stops it (Ctrl + Space)", () -> {
            if (model.playingProperty().get()) {
                model.pause();
            } else {
                model.play();
            }
        });
        model.playingProperty().subscribe(playing -> play.setText(playing ? "Pause" : "▶ Play"));
        play.disableProperty()
                .bind(model.canStepProperty().not().and(model.playingProperty().not()));
        var nothingAdded = Bindings.createBooleanBinding(() -> model.generated().isEmpty(), session.readingProperty());
        Button back = button("back", "Back", "Take one token away (Ctrl + Backspace)", model::back);
        back.disableProperty().bind(nothingAdded);
        Button reset = button("reset", "Reset", "Back to the prompt (Ctrl + R)", model::restart);
        reset.disableProperty().bind(nothingAdded.and(model.lastDrawProperty().isNull()));
        HBox steps = new HBox(
                Marked.as(Part.STEP, step),
                Marked.as(Part.PLAY, play),
                Marked.as(Part.BACK, back),
                Marked.as(Part.RESET, shownWith(reset, Part.RESET)));
        steps.getStyleClass().add("button-row");
        SampleButtons sample = new SampleButtons(model, "Sample");
        sample.offerManyWhen(spokenOf.anyOf(Part.SAMPLE));
        WrapRow row = new WrapRow(steps, Marked.as(Part.SAMPLE, sample));
        row.getStyleClass().add("step-buttons");
        return row;
    }

    private static Button button(String id, String word, String meaning, Runnable action) {
        Button button = new Button(word);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(meaning));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** Takes no room once there are bars. */
    private Node waiting() {
        Label wait = new Label("The bars appear as soon as the model has read the sentence.");
        wait.getStyleClass().add("note");
        wait.visibleProperty().bind(session.readingProperty().isNull());
        wait.managedProperty().bind(wait.visibleProperty());
        return wait;
    }

    private void showBars() {
        Reading reading = session.reading();
        Distribution distribution = model.distributionProperty().get();
        if (reading == null || distribution == null) {
            return;
        }
        DrawTally tally = model.tallyProperty().get();
        long total = tally.total();
        bars.drawsShownProperty()
                .set(total > 0 || !appearance.presentingProperty().get());
        List<BarRow> rows = new ArrayList<>();
        for (int rank = 0; rank < Math.min(CANDIDATES, distribution.size()); rank++) {
            int id = distribution.logits().tokenId(rank);
            rows.add(new BarRow(
                    TokenLabels.of(reading.model().token(id)),
                    distribution.probability(rank),
                    total == 0 ? OptionalDouble.empty() : OptionalDouble.of(tally.share(id)),
                    !distribution.isKept(rank)));
        }
        bars.setRows(rows);
        bars.drawsHeadingProperty()
                .set(total == 0 ? "draws" : String.format("%,d draw%s", total, total == 1 ? "" : "s"));
    }
}
