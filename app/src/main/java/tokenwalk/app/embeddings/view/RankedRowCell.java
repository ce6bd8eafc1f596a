package tokenwalk.app.embeddings.view;

import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.TokenLabel;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.transformer.EmbeddingTable.RankedRow;

/** rank | token on its bar | measure */
final class RankedRowCell extends ListCell<RankedRow> {
    private static final double RANK = 28;
    private static final double MEASURE = 56;

    private final Row row = new Row();
    private final Appearance appearance;
    private final IntFunction<TokenLabel> label;
    private final ToDoubleFunction<RankedRow> share;
    private final Function<RankedRow, String> measure;

    /**
     * @param label how a token is written
     * @param share how long the bar is, 0…1
     * @param measure the number at the end
     */
    RankedRowCell(
            Appearance appearance,
            IntFunction<TokenLabel> label,
            ToDoubleFunction<RankedRow> share,
            Function<RankedRow, String> measure) {
        this.appearance = appearance;
        this.label = label;
        this.share = share;
        this.measure = measure;
        getStyleClass().add("ranked-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable RankedRow ranked, boolean empty) {
        super.updateItem(ranked, empty);
        if (empty || ranked == null) {
            setGraphic(null);
            return;
        }
        row.rank.setText(Integer.toString(getIndex() + 1));
        row.token.setToken(label.apply(ranked.id()));
        row.measure.setText(measure.apply(ranked));
        row.length = Math.clamp(share.applyAsDouble(ranked), 0, 1);
        row.requestLayout();
        setGraphic(row);
    }

    private final class Row extends Region {
        private final Label rank = new Label();
        private final Region bar = new Region();
        private final TokenText token = new TokenText();
        private final Label measure = new Label();
        private double length;

        Row() {
            getStyleClass().add("ranked-row");
            rank.getStyleClass().add("bar-rank");
            bar.getStyleClass().add("ranked-bar");
            measure.getStyleClass().add("bar-percent");
            measure.setAlignment(Pos.CENTER_RIGHT);
            getChildren().addAll(rank, bar, token, measure);
        }

        @Override
        protected void layoutChildren() {
            double height = getHeight();
            double left = appearance.px(RANK);
            double right = getWidth() - appearance.px(MEASURE);
            double full = Math.max(0, right - left);
            rank.resizeRelocate(0, 0, left, height);
            bar.resizeRelocate(left, 1, Math.max(3, full * length), height - 2);
            double width = Math.min(token.prefWidth(-1), full - appearance.px(4));
            token.resizeRelocate(left + appearance.px(4), 0, width, height);
            measure.resizeRelocate(right, 0, appearance.px(MEASURE), height);
        }

        @Override
        protected double computePrefHeight(double width) {
            return appearance.px(21);
        }

        @Override
        protected double computePrefWidth(double height) {
            return 0;
        }
    }
}
