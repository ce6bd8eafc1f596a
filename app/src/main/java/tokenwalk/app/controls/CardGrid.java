package tokenwalk.app.controls;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import tokenwalk.app.theme.Appearance;

/** A screen's cards, two in a row where there is room for them, else one below the other; scrolls where it must. */
public final class CardGrid extends ScrollPane {
    /** Two cards fit side by side from so many em on. */
    private static final double TWO_COLUMNS = 86;

    private final Appearance appearance;
    private final GridPane grid = new GridPane();
    private final List<? extends Region> cards;
    private final InvalidationListener fit = _ -> fit();

    /** @param cards in reading order; what they ask of {@link GridPane} is kept */
    public CardGrid(Appearance appearance, List<? extends Region> cards) {
        this.appearance = appearance;
        this.cards = List.copyOf(cards);
        grid.getStyleClass().add("card-grid");
        setContent(grid);
        getStyleClass().add("screen-scroll");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        widthProperty().addListener(fit);
        appearance.textScaleProperty().addListener(new WeakInvalidationListener(fit));
        fit();
    }

    private void fit() {
        boolean two = getWidth() >= TWO_COLUMNS * appearance.px(Appearance.BASE_FONT_SIZE);
        for (int i = 0; i < cards.size(); i++) {
            GridPane.setConstraints(cards.get(i), two ? i % 2 : 0, two ? i / 2 : i);
        }
        grid.getChildren().setAll(cards);
    }
}
