package tokenwalk.app.cost;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import tokenwalk.app.controls.CardGrid;
import tokenwalk.app.cost.model.CostModel;
import tokenwalk.app.cost.view.CacheCard;
import tokenwalk.app.cost.view.PriceCard;
import tokenwalk.app.cost.view.StepCard;
import tokenwalk.app.cost.view.TypedModelCard;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.screen.Shared;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.place.Part;

/** The screen «Cost»: a step counted and timed, the key/value cache, another model, and prices. */
public final class CostScreen extends StackPane {
    public CostScreen(Shared shared) {
        Appearance appearance = shared.appearance();
        CostModel model = new CostModel(shared.session(), shared.background());
        List<Region> cards = List.of(
                Marked.as(Part.STEP_COST, new StepCard(shared.session(), model, appearance)),
                Marked.as(Part.CACHE, new CacheCard(model)),
                Marked.as(Part.TYPED_MODEL, new TypedModelCard()),
                Marked.as(Part.PRICE, new PriceCard(model)));
        cards.forEach(card -> {
            GridPane.setHgrow(card, Priority.ALWAYS);
            card.setMinHeight(Region.USE_PREF_SIZE);
        });
        // What height is left goes to the upper cards: one of them draws curves.
        cards.subList(0, 2).forEach(card -> GridPane.setVgrow(card, Priority.ALWAYS));
        CardGrid grid = new CardGrid(appearance, cards);
        grid.visibleProperty().bind(model.costProperty().isNotNull());
        Label waiting = new Label("As soon as the model has read a sentence, the next token's cost stands here.");
        waiting.getStyleClass().add("muted");
        waiting.visibleProperty().bind(grid.visibleProperty().not());
        getStyleClass().add("screen");
        getChildren().addAll(waiting, grid);
        sceneProperty().subscribe(scene -> model.setShown(scene != null));
    }
}
