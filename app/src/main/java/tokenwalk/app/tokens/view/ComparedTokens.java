package tokenwalk.app.tokens.view;

import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tokenwalk.app.comparison.model.ComparisonModel;
import tokenwalk.app.comparison.view.ComparedColumns;
import tokenwalk.app.comparison.view.ModelHeading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;

/** The same sentence to two models: typed once, on top; below, what each one's tokenizer makes of it. */
public final class ComparedTokens extends VBox {
    public ComparedTokens(SessionModel session, ComparisonModel comparison, Appearance appearance) {
        getStyleClass().add("screen");
        SpellingTable first = new SpellingTable(session, appearance);
        VBox sentence = new VBox(new SentenceEditor(session, first));
        sentence.getStyleClass().addAll("card", "spelling-card");
        ComparedColumns columns = new ComparedColumns(
                column(ModelHeading.first(session), session, first, appearance),
                column(
                        ModelHeading.second(comparison),
                        comparison.session(),
                        new SpellingTable(comparison.session(), appearance),
                        appearance),
                appearance);
        setVgrow(columns, Priority.ALWAYS);
        getChildren().addAll(sentence, columns);
    }

    private static VBox column(
            ModelHeading heading, SessionModel session, SpellingTable spelling, Appearance appearance) {
        VBox spelled = new VBox(heading, spelling);
        spelled.getStyleClass().addAll("card", "spelling-card");
        IdsCard ids = new IdsCard(session, appearance);
        VBox.setVgrow(ids, Priority.ALWAYS);
        VBox column = new VBox(spelled, new TokensPerWordCard(session), ids);
        column.getStyleClass().addAll("card-column", "compared-column");
        return column;
    }
}
