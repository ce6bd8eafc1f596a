package tokenwalk.app.controls;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

final class TokenChipSkin extends SkinBase<TokenChip> {
    private final Box box = new Box();
    private final Label number = new Label();
    private final Label weight = new Label();
    private final HBox caption = new HBox(number, weight);

    TokenChipSkin(TokenChip chip) {
        super(chip);
        number.getStyleClass().add("chip-number");
        weight.getStyleClass().add("chip-weight");
        caption.getStyleClass().add("chip-caption");
        caption.setAlignment(Pos.CENTER);
        VBox column = new VBox(box, caption);
        column.getStyleClass().add("chip-column");
        column.setFillWidth(true);
        getChildren().add(column);
        registerChangeListener(chip.contentProperty(), change -> write());
        registerChangeListener(chip.attentionProperty(), change -> write());
        write();
    }

    /** A chip is never cut short, except by a row that gives it less. */
    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return computePrefWidth(height, top, right, bottom, left);
    }

    private void write() {
        ChipContent content = getSkinnable().getContent();
        double attention = getSkinnable().attentionProperty().get();
        boolean weighed = !Double.isNaN(attention);
        box.text.setToken(content.token());
        box.tint.setOpacity(weighed ? Math.clamp(attention, 0, 1) : 0);
        box.probability = content.probability();
        box.underline.setVisible(!Double.isNaN(content.probability()));
        box.requestLayout();
        show(number, content.number() >= 0, Integer.toString(content.number()));
        show(weight, weighed, weighed ? Percent.brief(attention) : "");
        caption.setVisible(number.isVisible() || weight.isVisible());
        caption.setManaged(caption.isVisible());
    }

    private static void show(Label label, boolean visible, String text) {
        label.setText(visible ? text : "");
        label.setVisible(visible);
        label.setManaged(visible);
    }

    /** The chip itself: ground, shading, token, and the line below the token that is as long as its probability. */
    private static final class Box extends StackPane {
        private static final double LINE = 3;
        private static final double SHORTEST = 3;

        private final Region tint = new Region();
        private final TokenText text = new TokenText();
        private final Region underline = new Region();
        private double probability = Double.NaN;

        Box() {
            getStyleClass().add("chip-box");
            tint.getStyleClass().add("chip-tint");
            underline.getStyleClass().add("chip-underline");
            tint.setManaged(false);
            underline.setManaged(false);
            getChildren().addAll(tint, underline, text);
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            tint.resizeRelocate(1, 1, getWidth() - 2, getHeight() - 2);
            if (underline.isVisible()) {
                Insets insets = getInsets();
                double full = getWidth() - insets.getLeft() - insets.getRight();
                double length = Math.max(SHORTEST, full * probability);
                underline.resizeRelocate(insets.getLeft(), getHeight() - 2 * LINE, snapSizeX(length), LINE);
            }
        }
    }
}
