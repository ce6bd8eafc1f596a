package tokenwalk.app.lens.view;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.BarList;
import tokenwalk.app.controls.BarRow;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.lens.model.HighlightedTokenModel;
import tokenwalk.app.lens.model.HighlightedTokenModel.Near;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.lens.Candidate;

/** The panel «Highlighted token»: the ten tokens that the chosen one is nearest to at the slider's level. */
public final class HighlightedTokenCard extends VBox {
    private final SessionModel session;
    private final TokenText token = new TokenText();
    private final Label where = new Label();
    private final BarList list;
    private final TextFlow followed = new TextFlow();

    public HighlightedTokenCard(SessionModel session, HighlightedTokenModel model, Appearance appearance) {
        this.session = session;
        this.list = new BarList(BarList.Kind.RANKS, HighlightedTokenModel.LISTED, appearance);
        list.setId("nearest");
        getStyleClass().addAll("card", "highlighted-card");
        Label title = new Label("Highlighted token");
        title.getStyleClass().add("card-title");
        token.getStyleClass().add("strong");
        token.setId("highlighted");
        where.setId("highlighted-where");
        where.getStyleClass().add("muted");
        where.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(token, where);
        line.getStyleClass().add("highlighted-line");
        line.setAlignment(Pos.BASELINE_LEFT);
        setVgrow(list, Priority.ALWAYS);
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        followed.setId("followed");
        followed.getStyleClass().add("followed");
        getChildren().addAll(title, line, list, rule, followed);
        model.nearProperty().subscribe(this::show);
    }

    private void show(@Nullable Near near) {
        Reading reading = session.reading();
        if (near == null
                || reading == null
                || near.position() >= reading.trace().length()) {
            return;
        }
        token.setToken(TokenLabels.of(reading.trace().tokens().get(near.position())));
        where.setText("at level " + near.level() + " is near:");
        list.setRows(near.now().best().stream()
                .map(candidate ->
                        BarRow.of(TokenLabels.of(reading.model().token(candidate.id())), candidate.probability()))
                .toList());
        Candidate now = near.now().followed();
        Text name = new Text(TokenLabels.of(reading.model().token(now.id())).plain());
        name.getStyleClass().addAll("token-word", "strong-text");
        String before = near.before()
                .map(candidate -> String.format(" · one level before: %,d", candidate.rank()))
                .orElse("");
        followed.getChildren()
                .setAll(
                        name,
                        muted(" is number "),
                        strong(String.format("%,d", now.rank())),
                        muted(String.format(" here%nof %,d%s", reading.logits().size(), before)));
    }

    private static Text muted(String words) {
        Text text = new Text(words);
        text.getStyleClass().add("muted-text");
        return text;
    }

    private static Text strong(String words) {
        Text text = new Text(words);
        text.getStyleClass().addAll("strong-text", "token-word");
        return text;
    }
}
