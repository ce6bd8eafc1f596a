package tokenwalk.app.drift.view;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.LevelSlider;
import tokenwalk.app.controls.SegmentedToggle;
import tokenwalk.app.controls.WrapRow;
import tokenwalk.app.drift.model.DriftModel;
import tokenwalk.app.drift.model.DriftPicture;
import tokenwalk.app.drift.model.DriftScreenModel;
import tokenwalk.app.drift.model.DriftScreenModel.Choice;
import tokenwalk.app.drift.model.DriftScreenModel.Words;
import tokenwalk.app.drift.model.NeighbourPreservation;
import tokenwalk.app.drift.model.Share;
import tokenwalk.app.labels.TokenPicker;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.token.Token;

/** The large plot with all its switches, and how far it can be trusted. */
public final class DriftPlotCard extends VBox {
    private final SessionModel session;
    private final DriftScreenModel model;
    private final ScatterCanvas plot;
    private final LevelSlider slider;
    private final Label note = new Label();
    private final Label kept = new Label();
    private final TokenPicker first;
    private final TokenPicker second;

    public DriftPlotCard(SessionModel session, DriftScreenModel model, Appearance appearance) {
        this.session = session;
        this.model = model;
        this.plot = new ScatterCanvas(appearance);
        this.slider = new LevelSlider(appearance);
        this.first = new TokenPicker(token -> model.drawAgainst(token, words().second()));
        this.second = new TokenPicker(token -> model.drawAgainst(words().first(), token));
        getStyleClass().addAll("card", "drift-plot-card");
        plot.setId("drift-plot");
        plot.pictureProperty().bind(model.drift().pictureProperty());
        plot.chosenProperty()
                .bind(Bindings.createIntegerBinding(
                        this::chosenDot,
                        session.positionProperty(),
                        model.drift().pictureProperty()));
        plot.onPickProperty().set(dot -> session.positionProperty().set(dot + firstPosition()));
        plot.levelProperty().bind(slider.positionProperty());
        setVgrow(plot, Priority.ALWAYS);
        slider.setId("drift-level");
        session.modelProperty().subscribe(this::modelChanged);
        slider.disableProperty().bind(session.readingProperty().isNull());
        note.setId("drift-note");
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setMaxWidth(Double.MAX_VALUE);
        kept.setId("drift-kept");
        kept.getStyleClass().add("note");
        kept.setWrapText(true);
        kept.setMinHeight(USE_PREF_SIZE);
        Label problem = new Label();
        problem.getStyleClass().add("error");
        problem.textProperty().bind(model.drift().problemProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        getChildren().addAll(switches(), explained(), problem, plot, slider, kept);

        model.choiceProperty().subscribe(this::explain);
        model.drift().pictureProperty().subscribe(this::explain);
        model.wordsProperty().subscribe(this::showWords);
        model.preservationProperty().subscribe(this::showKept);
        session.positionProperty().subscribe(this::showKept);
        session.levelProperty().subscribe(this::showKept);
        explain();
        showWords();
        showKept();
    }

    private Node switches() {
        SegmentedToggle<Choice> choices = new SegmentedToggle<>(List.of(Choice.values()), Choice::label);
        choices.setId("drift-choice");
        choices.setMinWidth(Region.USE_PREF_SIZE);
        choices.valueProperty().subscribe(model::choose);
        model.choiceProperty().subscribe(choices::setValue);
        Button whole = new Button("Show all");
        whole.getStyleClass().addAll("flat", "small");
        whole.setMinWidth(USE_PREF_SIZE);
        whole.setOnAction(_ -> plot.resetView());
        Button whereFrom = new Button("Where from?");
        whereFrom.setId("drift-where-from");
        whereFrom.getStyleClass().addAll("flat", "small");
        whereFrom.setMinWidth(USE_PREF_SIZE);
        whereFrom.disableProperty().bind(model.drift().pictureProperty().isNull());
        whereFrom.setOnAction(_ -> DriftSources.showPlace(
                Objects.requireNonNull(model.drift().pictureProperty().get()),
                session.levelProperty().get(),
                plot.chosenProperty().get(),
                whereFrom));
        HBox buttons = new HBox(whole, whereFrom);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return new WrapRow(choices, buttons);
    }

    private Node explained() {
        first.setId("drift-first-word");
        second.setId("drift-second-word");
        first.setMaxWidth(USE_PREF_SIZE);
        second.setMaxWidth(USE_PREF_SIZE);
        HBox words = new HBox(axis("→"), first, axis("↑"), second);
        words.getStyleClass().add("drift-words");
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(USE_PREF_SIZE);
        words.visibleProperty().bind(model.choiceProperty().isEqualTo(Choice.TWO_WORDS));
        words.managedProperty().bind(words.visibleProperty());

        ProgressBar bar = new ProgressBar();
        bar.setId("drift-progress");
        bar.progressProperty().bind(model.drift().progressProperty());
        Button cancel = new Button("Cancel");
        cancel.setId("drift-cancel");
        cancel.getStyleClass().add("small");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> model.drift().cancel());
        HBox running = new HBox(bar, cancel);
        running.getStyleClass().add("drift-words");
        running.setAlignment(Pos.CENTER_RIGHT);
        running.visibleProperty().bind(model.drift().progressProperty().isNotEqualTo(DriftModel.NOT_LONG, 0));
        running.managedProperty().bind(running.visibleProperty());
        HBox row = new HBox(note, words, running);
        row.getStyleClass().add("drift-explained");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label axis(String arrow) {
        Label label = new Label(arrow);
        label.getStyleClass().add("muted");
        return label;
    }

    private Words words() {
        return Objects.requireNonNull(model.wordsProperty().get());
    }

    private int firstPosition() {
        DriftPicture picture = model.drift().pictureProperty().get();
        return picture == null ? 0 : picture.firstPosition();
    }

    private int chosenDot() {
        return Math.max(-1, session.positionProperty().get() - firstPosition());
    }

    private void modelChanged(@Nullable LanguageModel opened) {
        if (opened != null) {
            // Not while there are no layers: the slider would pull the session down to level 0.
            slider.levelProperty().unbindBidirectional(session.levelProperty());
            slider.layersProperty().set(opened.shape().layers());
            slider.levelProperty().bindBidirectional(session.levelProperty());
        }
    }

    private void explain() {
        DriftPicture picture = model.drift().pictureProperty().get();
        String part = picture != null && picture.firstPosition() > 0
                ? " Only the last %,d tokens.".formatted(picture.tokenCount())
                : "";
        note.setText(model.choiceProperty().get().note() + part);
    }

    private void showWords() {
        Words words = model.wordsProperty().get();
        Reading reading = session.reading();
        if (words == null || reading == null) {
            return;
        }
        List<Token> atHand = IntStream.range(0, 10)
                .mapToObj(rank -> reading.model().token(reading.logits().tokenId(rank)))
                .toList();
        first.show(words.first(), atHand, reading.model().tokenizer().vocabulary());
        second.show(words.second(), atHand, reading.model().tokenizer().vocabulary());
    }

    private void showKept() {
        NeighbourPreservation now = model.preservationProperty().get();
        DriftPicture picture = model.drift().pictureProperty().get();
        if (now == null || picture == null) {
            kept.setText("Neighbours kept: …");
            return;
        }
        String words = String.format(
                Locale.ROOT,
                "Neighbours kept: %s of the %d nearest in all dimensions are among the %d nearest here, over %,d dots%s.",
                Share.words(now.share()),
                now.nearest(),
                now.nearest(),
                now.points(),
                now.isOfAll() ? "" : " picked from all");
        int dot = chosenDot();
        OptionalInt own = dot < 0 || dot >= picture.tokenCount()
                ? OptionalInt.empty()
                : now.kept(session.levelProperty().get(), dot);
        kept.setText(own.isPresent() ? words + " The chosen dot: %d.".formatted(own.getAsInt()) : words);
    }
}
