package tokenwalk.app.controls;

import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.DoublePropertyBase;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import tokenwalk.app.theme.Appearance;

/** A row of a {@link BarList}: stays where it is while tokens and shares pass through it. */
abstract class BarRowNode extends Pane {
    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
    private static final PseudoClass CUT = PseudoClass.getPseudoClass("cut");
    private static final double SHORTEST = 3;
    private static final double MILLIS = 180;
    private static final double BLOCK = 12;
    private static final double BLOCK_WIDTH = 84;

    final TokenText token = new TokenText();
    final Region bar = new Region();
    final Label percent = number("bar-percent");
    private final Region block = new Region();
    private final Appearance appearance;
    private final Timeline motion = new Timeline();
    private final DoubleProperty length = new DoublePropertyBase(0) {
        @Override
        protected void invalidated() {
            get();
            requestLayout();
        }

        @Override
        public Object getBean() {
            return BarRowNode.this;
        }

        @Override
        public String getName() {
            return "length";
        }
    };
    private double share;
    private boolean drawsShown = true;

    BarRowNode(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("bar-row");
        bar.getStyleClass().add("bar");
        block.getStyleClass().add("loading-block");
        block.setVisible(false);
        getChildren().add(block);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setVisible(false);
    }

    static Label number(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setAlignment(Pos.CENTER_RIGHT);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    void show(BarRow row, boolean best, boolean animated) {
        token.setToken(row.token());
        percent.setText(row.cut() ? "cut" : Percent.of(row.share()));
        setAccessibleText(row.token().plain() + " " + percent.getText());
        pseudoClassStateChanged(BEST, best);
        pseudoClassStateChanged(CUT, row.cut());
        moveTo(row.cut() ? 0 : Math.min(1, row.share()), animated && isVisible() && !block.isVisible());
        setVisible(true);
        block.setVisible(false);
        requestLayout();
    }

    /** @param loading whether to show that a token will come */
    void empty(boolean loading) {
        setVisible(loading);
        block.setVisible(loading);
        pseudoClassStateChanged(BEST, false);
        pseudoClassStateChanged(CUT, false);
        token.setToken(TokenLabel.text(""));
        percent.setText("");
        setAccessibleText("");
        moveTo(0, false);
        requestLayout();
    }

    /** @param shown whether there is a column for what was drawn */
    void setDrawsShown(boolean shown) {
        drawsShown = shown;
        requestLayout();
    }

    final boolean drawsShown() {
        return drawsShown;
    }

    private void moveTo(double target, boolean animated) {
        share = target;
        motion.stop();
        Duration duration = appearance.motion(MILLIS);
        if (!animated || duration.equals(Duration.ZERO)) {
            length.set(target);
            return;
        }
        motion.getKeyFrames().setAll(new KeyFrame(duration, new KeyValue(length, target, Interpolator.EASE_OUT)));
        motion.playFromStart();
    }

    /** @return how long the bar is now where {@code full} stands for 1; never so short that it cannot be seen */
    final double barLength(double full) {
        return share > 0 ? snapSizeX(Math.clamp(full * length.get(), SHORTEST, full)) : 0;
    }

    final double px(double pixels) {
        return appearance.px(pixels);
    }

    /** Gives {@code label} a column that ends at {@code right}. */
    final void column(Label label, double right, double width) {
        label.resizeRelocate(right - width, 0, width, getHeight());
    }

    final void placeToken(double x, double width) {
        double blockHeight = snapSizeY(px(BLOCK));
        block.resizeRelocate(
                x, snapPositionY((getHeight() - blockHeight) / 2), Math.min(width, px(BLOCK_WIDTH)), blockHeight);
        double height = snapSizeY(token.prefHeight(-1));
        token.resizeRelocate(
                x, snapPositionY((getHeight() - height) / 2), Math.min(width, snapSizeX(token.prefWidth(-1))), height);
    }
}
