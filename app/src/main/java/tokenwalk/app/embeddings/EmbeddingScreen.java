package tokenwalk.app.embeddings;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tokenwalk.app.controls.CardFlow;
import tokenwalk.app.controls.CardFlow.Card;
import tokenwalk.app.controls.TokenChipRow;
import tokenwalk.app.embeddings.model.LeastTrainedModel;
import tokenwalk.app.embeddings.model.PositionRowModel;
import tokenwalk.app.embeddings.model.RotaryModel;
import tokenwalk.app.embeddings.model.RowModel;
import tokenwalk.app.embeddings.view.DistanceCard;
import tokenwalk.app.embeddings.view.LeastTrainedCard;
import tokenwalk.app.embeddings.view.LikenessCard;
import tokenwalk.app.embeddings.view.NearestRowsCard;
import tokenwalk.app.embeddings.view.PositionRowCard;
import tokenwalk.app.embeddings.view.RotaryCard;
import tokenwalk.app.embeddings.view.RowCard;
import tokenwalk.app.labels.SentenceChips;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.screen.Shared;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.place.Part;
import tokenwalk.runtime.transformer.PositionTable;
import tokenwalk.runtime.transformer.Rotary;

/** The screen «Embedding and position»: the row a token picks, and what its position does. */
public final class EmbeddingScreen extends ScrollPane {
    private final SessionModel session;
    private final Appearance appearance;
    /** Whether positions turn queries and keys; before a text is read, too. */
    private final BooleanBinding turns;

    public EmbeddingScreen(Shared shared) {
        this.session = shared.session();
        this.appearance = shared.appearance();
        this.turns = Bindings.createBooleanBinding(this::turns, session.readingProperty());
        getStyleClass().add("screen-scroll");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);

        ObservableValue<Boolean> shown = shared.navigation().screenProperty().map(id -> id == ScreenId.EMBEDDING);
        RowModel rows = new RowModel(session, shared.background(), shown);
        LeastTrainedModel leastTrained = new LeastTrainedModel(session, shared.background(), shown);
        List<Card> cards = new ArrayList<>();
        cards.add(new Card(Marked.as(Part.EMBEDDING_ROW, new RowCard(session, rows, appearance)), 29, 2));
        cards.add(new Card(Marked.as(Part.NEAREST_ROWS, new NearestRowsCard(session, rows, appearance)), 17, 0.6));
        cards.add(new Card(
                Marked.as(Part.LEAST_TRAINED, new LeastTrainedCard(session, leastTrained, appearance)), 40, 2));
        cards.addAll(rotaryCards());
        cards.addAll(positionRowCards(new PositionRowModel(session, shared.background(), shown)));
        CardFlow flow = new CardFlow(appearance, cards.toArray(Card[]::new));
        VBox.setVgrow(flow, Priority.ALWAYS);
        VBox screen = new VBox(tokens(), flow);
        screen.getStyleClass().add("screen");
        setContent(screen);
    }

    /** For a model whose positions are angles. */
    private List<Card> rotaryCards() {
        RotaryModel rotary = new RotaryModel(session);
        return List.of(
                new Card(shownIf(turns, Marked.as(Part.ROTARY, new RotaryCard(session, rotary, appearance))), 40, 1),
                new Card(
                        shownIf(turns, Marked.as(Part.DISTANCES, new DistanceCard(session, rotary, appearance))),
                        40,
                        1));
    }

    /** For a model whose positions are learnt rows. */
    private List<Card> positionRowCards(PositionRowModel rows) {
        BooleanBinding adds = turns.not();
        return List.of(
                new Card(shownIf(adds, Marked.as(Part.ROTARY, new PositionRowCard(rows, appearance))), 40, 1),
                new Card(shownIf(adds, Marked.as(Part.DISTANCES, new LikenessCard(rows, appearance))), 40, 1));
    }

    private boolean turns() {
        Reading reading = session.reading();
        return reading == null
                || switch (reading.model().transformer().positions()) {
                    case Rotary _ -> true;
                    case PositionTable _ -> false;
                };
    }

    private static Region shownIf(BooleanBinding condition, Region card) {
        card.visibleProperty().bind(condition);
        card.managedProperty().bind(condition);
        return card;
    }

    private Node tokens() {
        TokenChipRow chips = SentenceChips.of(session, appearance);
        chips.setId("embedding-chips");
        chips.visibleProperty().bind(session.readingProperty().isNotNull());
        Label empty = new Label("The rows appear here as soon as the model is open and has read a sentence.");
        empty.getStyleClass().add("muted");
        empty.visibleProperty().bind(session.readingProperty().isNull());
        StackPane card = new StackPane(chips, empty);
        card.getStyleClass().addAll("card", "chips-card");
        return card;
    }
}
