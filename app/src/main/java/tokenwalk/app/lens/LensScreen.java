package tokenwalk.app.lens;

import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tokenwalk.app.comparison.model.ComparisonModel;
import tokenwalk.app.comparison.view.OneOrTwo;
import tokenwalk.app.controls.MainAndSide;
import tokenwalk.app.lens.model.LensModel;
import tokenwalk.app.lens.view.ComparedLens;
import tokenwalk.app.lens.view.FollowCard;
import tokenwalk.app.lens.view.LensCellCard;
import tokenwalk.app.lens.view.LensGridCard;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.screen.Shared;
import tokenwalk.lessons.place.Part;

/** The screen «Lens»: levels × positions, and beside them the chosen cell and the token that is followed. */
public final class LensScreen extends VBox {
    private static final double SIDE = 232;

    public LensScreen(Shared shared) {
        getStyleClass().add("screen");
        LensModel model = new LensModel(shared.session(), shared.background());
        LensCellCard cell = Marked.as(Part.LENS_CELL, new LensCellCard(shared, model));
        VBox.setVgrow(cell, Priority.ALWAYS);
        VBox side = new VBox(cell, Marked.as(Part.FOLLOW, new FollowCard(shared.session(), model)));
        side.getStyleClass().add("side-cards");
        MainAndSide panels = new MainAndSide(
                Marked.as(Part.LENS_GRID, new LensGridCard(shared.session(), model, shared.appearance())),
                side,
                SIDE,
                shared.appearance());
        ComparisonModel comparison = shared.library().comparison();
        LensModel second = new LensModel(comparison.session(), shared.background());
        OneOrTwo oneOrTwo = new OneOrTwo(
                comparison,
                panels,
                () -> new ComparedLens(shared.session(), model, comparison, second, shared.appearance()));
        VBox.setVgrow(oneOrTwo, Priority.ALWAYS);
        getChildren().add(oneOrTwo);
        shared.navigation()
                .screenProperty()
                .subscribe(open -> List.of(model, second)
                        .forEach(each -> each.activeProperty().set(open == ScreenId.LENS)));
    }
}
