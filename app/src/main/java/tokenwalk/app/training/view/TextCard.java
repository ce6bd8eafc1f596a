package tokenwalk.app.training.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tokenwalk.app.controls.ChipContent;
import tokenwalk.app.controls.TokenChipRow;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.training.model.TextLosses;
import tokenwalk.app.training.model.TrainingModel;
import tokenwalk.lessons.place.Part;
import tokenwalk.runtime.token.Token;

/** The text, where another can be pasted, and what all of its guesses cost together. */
public final class TextCard extends VBox {
    private final TrainingModel model;
    private final TokenChipRow chips;
    private final Label mean = value("mean-loss");
    private final Label perplexity = value("perplexity");
    private final Label count = value("guess-count");
    private final ProgressBar progress = new ProgressBar();

    public TextCard(TrainingModel model, Appearance appearance) {
        this.model = model;
        this.chips = new TokenChipRow(appearance);
        getStyleClass().addAll("card", "training-text-card");
        chips.setId("training-chips");
        Marked.as(Part.TOKENS, chips);
        Marked.asAll(Part.TOKEN, position -> chips.chip(position - 1), chips);
        model.tokensProperty().subscribe(this::showTokens);
        model.positionProperty().subscribe(position -> chips.select(position.intValue()));
        chips.selectedIndexProperty().subscribe(index -> model.choose(index.intValue()));
        model.lossesProperty().subscribe(this::showLosses);
        getChildren().addAll(summary(), problem(), chips);
    }

    private Node summary() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(
                caption("Mean cross-entropy"),
                mean,
                caption("Perplexity"),
                perplexity,
                caption("Guesses"),
                count,
                gap,
                underWay(),
                sentence(),
                paste());
        row.getStyleClass().add("choices");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label caption(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label value(String id) {
        Label label = new Label("–");
        label.setId(id);
        label.getStyleClass().addAll("number", "strong", "summary-number");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Node underWay() {
        progress.setId("training-progress");
        Button cancel = new Button("Cancel");
        cancel.setId("training-cancel");
        cancel.getStyleClass().add("small");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(_ -> model.cancel());
        HBox box = new HBox(progress, cancel);
        box.getStyleClass().add("button-row");
        box.visibleProperty().bind(model.workingProperty());
        return box;
    }

    private Button sentence() {
        Button back = new Button("Back to the sentence");
        back.setId("training-sentence");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(_ -> model.reset());
        back.visibleProperty().bind(model.ownProperty());
        back.managedProperty().bind(back.visibleProperty());
        return back;
    }

    private Button paste() {
        Button paste = new Button("Paste a text…");
        paste.setId("training-paste");
        paste.setMinWidth(Region.USE_PREF_SIZE);
        PasteEditor editor = new PasteEditor(model::readOwn);
        paste.setOnAction(_ -> editor.open(paste));
        return paste;
    }

    private Node problem() {
        Label problem = new Label();
        problem.setId("training-problem");
        problem.getStyleClass().add("error");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty().map(words -> words.isEmpty() ? "" : "! " + words));
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private void showTokens(List<Token> tokens) {
        List<ChipContent> contents = new ArrayList<>();
        for (Token token : tokens) {
            contents.add(ChipContent.prompt(TokenLabels.of(token), token.id(), contents.size() + 1));
        }
        chips.setTokens(contents);
        chips.select(model.positionProperty().get());
    }

    private void showLosses(TextLosses losses) {
        boolean some = !losses.guesses().isEmpty();
        mean.setText(some ? String.format(Locale.ROOT, "%.4f nats", losses.mean()) : "–");
        perplexity.setText(some ? String.format(Locale.ROOT, "%,.2f", losses.perplexity()) : "–");
        count.setText(
                losses.complete()
                        ? String.format(Locale.ROOT, "%,d", losses.all())
                        : String.format(
                                Locale.ROOT, "%,d of %,d", losses.guesses().size(), losses.all()));
        progress.setProgress(losses.all() == 0 ? 0 : (double) losses.guesses().size() / losses.all());
    }
}
