package tokenwalk.app.tokens.view;

import javafx.scene.layout.VBox;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;

/** The sentence, to be typed, and how it becomes numbers. */
public final class SpellingCard extends VBox {
    public SpellingCard(SessionModel session, Appearance appearance) {
        SpellingTable table = new SpellingTable(session, appearance);
        getStyleClass().addAll("card", "spelling-card");
        getChildren().addAll(new SentenceEditor(session, table), table);
    }
}
