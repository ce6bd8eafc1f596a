package tokenwalk.app.attention.view;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.attention.model.AttentionModel;
import tokenwalk.app.attention.model.FirstToken;
import tokenwalk.app.controls.HeatGrid;
import tokenwalk.app.controls.Numbers;
import tokenwalk.app.controls.SquareNumbers;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;

/** How much each token looks at each, with the chosen token's row framed; a click on a row chooses its token. */
final class AttentionMatrix extends HBox {
    private final AttentionModel model;
    private final HeatGrid grid;
    private final Label size = new Label();
    private final Label row = new Label();

    /**
     * @param side in pixels at 100 %
     * @param named whether its name, size and row are written beside it
     */
    AttentionMatrix(SessionModel session, AttentionModel model, Appearance appearance, double side, boolean named) {
        grid = new HeatGrid(appearance);
        grid.setAccessibleText("Attention, row: the token that looks, column: the one it looks at");
        grid.selectedRowProperty().bindBidirectional(session.positionProperty());
        setSide(appearance.px(side));
        appearance.textScaleProperty().subscribe(scale -> setSide(side * scale.doubleValue()));
        this.model = model;
        model.matrixProperty().subscribe(this::show);
        model.withoutFirstProperty().subscribe(() -> show(model.matrixProperty().get()));
        session.positionProperty().subscribe(position -> row.setText("row " + (position.intValue() + 1)));

        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        row.getStyleClass().addAll("note", "model-word");
        size.getStyleClass().add("note");
        VBox words = new VBox(size, gap, row);
        words.setAlignment(Pos.TOP_RIGHT);
        words.setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().add("attention-matrix");
        if (named) {
            getChildren().add(words);
        }
        getChildren().add(grid);
    }

    private void setSide(double pixels) {
        grid.setMinSize(pixels, pixels);
        grid.setPrefSize(pixels, pixels);
        grid.setMaxSize(pixels, pixels);
    }

    private void show(@Nullable Matrix weights) {
        if (weights != null) {
            size.setText("Attention\n" + weights.rows() + " × " + weights.columns());
            grid.setWeights(numbers(weights, model.withoutFirstProperty().get()));
        }
    }

    /** @param withoutFirst whether the first token is left out and the rest rescaled */
    static SquareNumbers numbers(Matrix weights, boolean withoutFirst) {
        return SquareNumbers.of(weights.rows(), row -> {
            Vector looks = weights.row(row);
            return Numbers.of(looks.size(), withoutFirst ? column -> FirstToken.leftOut(looks, column) : looks::at);
        });
    }
}
