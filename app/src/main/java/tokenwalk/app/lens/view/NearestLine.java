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
import javafx.scene.layout.StackPane;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.Percent;
import tokenwalk.app.controls.QuietPopOver;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.lens.model.HighlightedTokenModel;
import tokenwalk.app.lens.model.HighlightedTokenModel.Near;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.place.Part;
import tokenwalk.runtime.lens.Candidate;

/** The highlighted token's three nearest in one line, where there is no room for the list. */
public final class NearestLine extends HBox {
    private static final int SHOWN = 3;

    private final SessionModel session;
    private final HBox tokens = new WholePairs();

    public NearestLine(SessionModel session, HighlightedTokenModel model, Appearance appearance) {
        this.session = session;
        getStyleClass().add("nearest-line");
        Marked.as(Part.NEAREST, this);
        setAlignment(Pos.CENTER_LEFT);
        Label caption = new Label("Nearest");
        caption.getStyleClass().add("muted");
        caption.setMinWidth(Region.USE_PREF_SIZE);
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
            StackPane box = new StackPane(token);
            box.getStyleClass().add("boxed-token");
            box.setMaxHeight(USE_PREF_SIZE);
            Label share = new Label(Percent.brief(candidate.probability()));
            share.getStyleClass().add("number");
            share.setMinWidth(USE_PREF_SIZE);
            HBox pair = new HBox(box, share);
            pair.getStyleClass().add("nearest-pair");
            pair.setAlignment(Pos.CENTER_LEFT);
            pair.setMinWidth(USE_PREF_SIZE);
            shown.add(pair);
        }
        tokens.getChildren().setAll(shown);
    }

    /** Leaves out what there is no room for, rather than cutting all of it short. */
    private static final class WholePairs extends HBox {
        WholePairs() {
            setMinWidth(0);
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            for (Node pair : getChildren()) {
                pair.setVisible(pair == getChildren().getFirst()
                        || pair.getBoundsInParent().getMaxX() <= getWidth() + 0.5);
            }
        }
    }
}
