package tokenwalk.app.tokens;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tokenwalk.app.comparison.model.ComparisonModel;
import tokenwalk.app.comparison.view.OneOrTwo;
import tokenwalk.app.controls.CardFlow;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.screen.Shared;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.tokens.model.MergePlayer;
import tokenwalk.app.tokens.view.ComparedTokens;
import tokenwalk.app.tokens.view.IdsCard;
import tokenwalk.app.tokens.view.MergesCard;
import tokenwalk.app.tokens.view.SpellingCard;
import tokenwalk.app.tokens.view.TokensPerWordCard;
import tokenwalk.app.tokens.view.VocabularyCard;
import tokenwalk.lessons.place.Part;

/** The screen «Tokens»: the sentence spelled out on top; below, the merges of a word, ids to text, and the vocabulary. */
public final class TokensScreen extends ScrollPane {
    /** Play waits so long between two merges, so that each can be seen. */
    private static final long MERGE_PAUSE_MILLIS = 700;

    public TokensScreen(Shared shared) {
        getStyleClass().add("screen-scroll");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);

        SessionModel session = shared.session();
        Appearance appearance = shared.appearance();
        MergePlayer player = new MergePlayer(session, shared.background().after(MERGE_PAUSE_MILLIS));
        IdsCard ids = Marked.as(Part.IDS, new IdsCard(session, appearance));
        TokensPerWordCard perWord = Marked.as(Part.TOKENS_PER_WORD, new TokensPerWordCard(session));
        VBox middle = new VBox(ids, perWord);
        middle.getStyleClass().add("card-column");
        VBox.setVgrow(perWord, Priority.ALWAYS);
        CardFlow cards = new CardFlow(
                appearance,
                new CardFlow.Card(Marked.as(Part.MERGES, new MergesCard(session, player, appearance)), 38, 3),
                new CardFlow.Card(middle, 25, 1),
                new CardFlow.Card(Marked.as(Part.VOCABULARY_SEARCH, new VocabularyCard(session, ids::append)), 18, 1));
        VBox.setVgrow(cards, Priority.ALWAYS);
        VBox screen = new VBox(Marked.as(Part.SPELLING, new SpellingCard(session, appearance)), cards);
        screen.getStyleClass().add("screen");
        ComparisonModel comparison = shared.library().comparison();
        setContent(new OneOrTwo(comparison, screen, () -> new ComparedTokens(session, comparison, appearance)));
    }
}
