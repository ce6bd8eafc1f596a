package tokenwalk.app.logits;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tokenwalk.app.controls.SideBySide;
import tokenwalk.app.labels.SentenceChips;
import tokenwalk.app.logits.model.LogitsModel;
import tokenwalk.app.logits.view.HistogramCard;
import tokenwalk.app.logits.view.LogitSumCard;
import tokenwalk.app.logits.view.TyingCard;
import tokenwalk.app.logits.view.VocabularyCard;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.screen.Shared;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.place.Part;

/** The screen «Logits»: one score as a sum, all scores as a histogram, and the vocabulary as a table. */
public final class LogitsScreen extends StackPane {
    private static final double LEFT = 0.46;

    public LogitsScreen(Shared shared) {
        Appearance appearance = shared.appearance();
        LogitsModel model = new LogitsModel(shared.session(), shared.background());

        VBox chips = new VBox(SentenceChips.of(shared.session(), appearance));
        chips.getStyleClass().addAll("card", "chips-card");
        VBox left = new VBox(
                Marked.as(Part.LOGIT_SUM, new LogitSumCard(model, appearance)),
                Marked.as(Part.TYING, new TyingCard(model, appearance)));
        left.getStyleClass().add("station-column");
        VBox.setVgrow(left.getChildren().getLast(), Priority.ALWAYS);
        VocabularyCard vocabulary = Marked.as(Part.VOCABULARY, new VocabularyCard(model, appearance));
        HistogramCard histogram = Marked.as(Part.HISTOGRAM, new HistogramCard(model, appearance));
        VBox right = new VBox(histogram, vocabulary);
        right.getStyleClass().add("station-column");
        VBox.setVgrow(vocabulary, Priority.ALWAYS);
        SideBySide panels = new SideBySide(left, right, LEFT, appearance);
        VBox.setVgrow(panels, Priority.ALWAYS);
        VBox screen = new VBox(chips, panels);
        screen.getStyleClass().add("screen");
        ScrollPane scroll = new ScrollPane(screen);
        scroll.getStyleClass().add("screen-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.visibleProperty().bind(model.scoresProperty().isNotNull());
        getChildren().addAll(waiting(shared), scroll);
    }

    private static Node waiting(Shared shared) {
        Label words = new Label("The scores appear as soon as the model has read the sentence.");
        words.getStyleClass().add("muted");
        words.visibleProperty().bind(shared.session().readingProperty().isNull());
        return words;
    }
}
