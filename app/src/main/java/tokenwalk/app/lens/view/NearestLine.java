package tokenwalk.app.lens.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.Percent;
import tokenwalk.app.controls.QuietPopOver;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.lens.model.HighlightedTokenModel;
import tokenwalk.app.lens.model.HighlightedTokenModel.Near;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.lens.Candidate;

/** The highlighted token's three nearest in one line, where there is no room for the list. */
public final class NearestLine extends HBox {
    private static final int SHOWN = 3;

    private final SessionModel session;
    private final HBox tokens = new HBox();

    public NearestLine(SessionModel session, HighlightedTokenModel model, Appearance appearance) {
        this.session = session;
        getStyleClass().add("nearest-line");
        setAlignment(Pos.CENTER_LEFT);
        Label caption = new Label("Nearest");
        caption.getStyleClass().add("muted");
        tokens.getStyleClass().add("nearest-tokens");
        tokens.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        Button all = new Button("All ten ▸");
        all.getStyleClass().addAll("small", "flat");
        all.setMinWidth(Region.USE_PREF_SIZE);
        HighlightedTokenCard card = new HighlightedTokenCard(session, model, appearance);
        card.getStyleClass().add("in-pop-over");
        PopOver popOver = new QuietPopOver(card, PopOver.ArrowLocation.BOTTOM_CENTER);
        all.setOnAction(_ -> popOver.show(all));
        getChildren().addAll(caption, tokens, gap, all);
        model.nearProperty().subscribe(this::show);
    }

    private void show(@Nullable Near near) {
        Reading reading = session.reading();
        if (near == null || reading == null) {
            return;
        }
        List<Node> shown = new ArrayList<>();
        for (Candidate candidate : near.now().best().subList(0, SHOWN)) {
            TokenText token = new TokenText(TokenLabels.of(reading.model().token(candidate.id())));
            token.getStyleClass().add("boxed-token");
            Label share = new Label(Percent.brief(candidate.probability()));
            share.getStyleClass().add("number");
            shown.add(token);
            shown.add(share);
        }
        tokens.getChildren().setAll(shown);
    }
}
