package tokenwalk.app.attention.view;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.attention.model.HeadsModel.HeadSteps;
import tokenwalk.app.controls.HeatStrip;
import tokenwalk.app.controls.Numbers;
import tokenwalk.app.controls.Percent;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.tensor.Vector;

/** What becomes of one earlier token: score, scaled score, mask, weight, and its value times the weight. */
final class StepRow extends ListCell<Integer> {
    private static final PseudoClass MASKED = PseudoClass.getPseudoClass("masked");
    private static final String NOTHING = "–";

    private final ObservableValue<@Nullable HeadSteps> steps;
    private final Label number = new Label();
    private final TokenText token = new TokenText();
    private final Label product = number("step-product");
    private final Label scaled = number("step-scaled");
    private final Label mask = number("step-mask");
    private final Label weight = number("step-weight");
    private final ShareBar bar = new ShareBar();
    private final HeatStrip value;
    private final HBox cells;

    StepRow(ObservableValue<@Nullable HeadSteps> steps, Appearance appearance) {
        this.steps = steps;
        this.value = new HeatStrip(appearance);
        number.getStyleClass().addAll("number", "step-position");
        HBox name = new HBox(number, token);
        name.getStyleClass().add("step-name");
        name.setAlignment(Pos.CENTER_LEFT);
        cells = cells(name, product, scaled, mask, weight, bar, value);
        cells.prefWidthProperty().bind(widthProperty().subtract(16));
        getStyleClass().add("step-row");
    }

    private static Label number(String styleClass) {
        Label label = new Label();
        label.getStyleClass().addAll("number", styleClass);
        return label;
    }

    /** @return the columns; the headings stand in boxes of the same widths */
    static HBox cells(
            Region token, Region product, Region scaled, Region mask, Region weight, Region bar, Region value) {
        HBox cells = new HBox(
                column(token, "step-token-column", Pos.CENTER_LEFT),
                column(product, "step-number-column", Pos.CENTER_RIGHT),
                column(scaled, "step-number-column", Pos.CENTER_RIGHT),
                column(mask, "step-mask-column", Pos.CENTER),
                column(weight, "step-number-column", Pos.CENTER_RIGHT),
                column(bar, "step-bar-column", Pos.CENTER_LEFT));
        HBox last = column(value, "step-value-column", Pos.CENTER_LEFT);
        HBox.setHgrow(last, Priority.ALWAYS);
        HBox.setHgrow(value, Priority.ALWAYS);
        HBox.setHgrow(bar, Priority.ALWAYS);
        cells.getChildren().add(last);
        cells.getStyleClass().add("step-cells");
        cells.setAlignment(Pos.CENTER_LEFT);
        return cells;
    }

    private static HBox column(Node content, String styleClass, Pos alignment) {
        HBox column = new HBox(content);
        column.getStyleClass().add(styleClass);
        column.setAlignment(alignment);
        return column;
    }

    /** @return the largest magnitude of all weighted values and of their sum: one scale for all strips */
    static double scale(HeadSteps now) {
        double largest = now.steps().mixed().largest();
        for (int seen = 0; seen <= now.position(); seen++) {
            Vector value = now.reading().trace().value(now.layer(), now.head(), seen);
            largest = Math.max(largest, now.steps().weights().at(seen) * value.largest());
        }
        return largest;
    }

    @Override
    protected void updateItem(@Nullable Integer position, boolean empty) {
        super.updateItem(position, empty);
        HeadSteps now = steps.getValue();
        if (empty
                || position == null
                || now == null
                || position >= now.reading().trace().length()) {
            setGraphic(null);
            return;
        }
        boolean masked = position > now.position();
        pseudoClassStateChanged(MASKED, masked);
        number.setText(Integer.toString(position + 1));
        token.setToken(TokenLabels.of(now.reading().trace().tokens().get(position)));
        if (masked) {
            product.setText(NOTHING);
            scaled.setText(NOTHING);
            mask.setText("later: −∞");
            weight.setText("0 %");
            bar.show(0);
            value.setNumbers(Numbers.NONE);
        } else {
            show(now, position);
        }
        value.setVisible(!masked);
        setGraphic(cells);
    }

    private void show(HeadSteps now, int position) {
        float share = now.steps().weights().at(position);
        product.setText(SignedNumber.of(now.steps().products().at(position), 2));
        scaled.setText(SignedNumber.of(now.steps().scaled().at(position), 3));
        mask.setText("seen");
        weight.setText(Percent.of(share));
        bar.show(share);
        Vector numbers = now.reading().trace().value(now.layer(), now.head(), position);
        value.scaleProperty().set(scale(now));
        value.setNumbers(Numbers.of(numbers.size(), i -> share * numbers.at(i)));
    }

    /** As long as the share. */
    private static final class ShareBar extends Region {
        private static final double SHORTEST = 3;

        private final Region bar = new Region();
        private double share;

        ShareBar() {
            getStyleClass().add("share-bar");
            bar.getStyleClass().add("bar");
            getChildren().add(bar);
        }

        void show(double newShare) {
            share = newShare;
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            bar.resizeRelocate(0, 0, share > 0 ? Math.max(SHORTEST, share * getWidth()) : 0, getHeight());
        }
    }
}
