package tokenwalk.app.lens.view;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tokenwalk.app.comparison.model.ComparisonModel;
import tokenwalk.app.comparison.view.ComparedColumns;
import tokenwalk.app.comparison.view.ModelHeading;
import tokenwalk.app.lens.model.LensModel;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;

/** The lens of two models over the same sentence. */
public final class ComparedLens extends ScrollPane {
    public ComparedLens(
            SessionModel session,
            LensModel first,
            ComparisonModel comparison,
            LensModel second,
            Appearance appearance) {
        getStyleClass().add("screen-scroll");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setContent(new ComparedColumns(
                column(ModelHeading.first(session), new LensGridCard(session, first, appearance)),
                column(ModelHeading.second(comparison), new LensGridCard(comparison.session(), second, appearance)),
                appearance));
    }

    private static VBox column(ModelHeading heading, LensGridCard grid) {
        VBox.setVgrow(grid, Priority.ALWAYS);
        VBox column = new VBox(heading, grid);
        column.getStyleClass().addAll("compared-column", "compared-lens");
        return column;
    }
}
