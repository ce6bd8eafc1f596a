package tokenwalk.app.logits.view;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.theme.Appearance;

/** name | two factors | a bar to the left or right of zero | a number: one line of a sum. */
final class TermRow extends Pane {
    private static final PseudoClass NEGATIVE = PseudoClass.getPseudoClass("negative");
    private static final PseudoClass LINKED = PseudoClass.getPseudoClass("linked");
    private static final double HEIGHT = 22;
    private static final double NAME = 100;
    private static final double FACTORS = 152;
    private static final double VALUE = 76;
    private static final double GAP = 12;
    private static final double SHORTEST = 2;
    private static final int PLACES = 3;

    private final Appearance appearance;
    private final Label name = new Label();
    private final Label factors = new Label();
    private final Label value = new Label();
    private final Region bar = new Region();
    private final Region zero = new Region();
    private double number;
    private double least;
    private double most = 1;

    TermRow(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("term-row");
        factors.getStyleClass().addAll("number", "muted");
        factors.setAlignment(Pos.CENTER_RIGHT);
        value.getStyleClass().addAll("number", "term-value");
        value.setAlignment(Pos.CENTER_RIGHT);
        value.setMinWidth(USE_PREF_SIZE);
        bar.getStyleClass().add("term-bar");
        zero.getStyleClass().add("term-zero");
        getChildren().addAll(name, factors, bar, zero, value);
    }

    /**
     * @param newLeast what the left end of the bars stands for, 0 or less
     * @param newMost what their right end stands for, 0 or more
     */
    void show(String words, String product, double newNumber, double newLeast, double newMost) {
        name.setText(words);
        factors.setText(product);
        value.setText(SignedNumber.marked(newNumber, PLACES));
        number = newNumber;
        least = newLeast;
        most = newMost;
        bar.pseudoClassStateChanged(NEGATIVE, newNumber < 0);
        setAccessibleText(words + " " + product + " " + value.getText());
        requestLayout();
    }

    void link(boolean linked) {
        pseudoClassStateChanged(LINKED, linked);
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(appearance.px(HEIGHT));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return appearance.px(NAME + FACTORS + VALUE + 2 * GAP + 60);
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double px = appearance.px(1);
        name.resizeRelocate(0, 0, (factors.getText().isEmpty() ? NAME + FACTORS : NAME) * px, height);
        factors.resizeRelocate(NAME * px, 0, FACTORS * px, height);
        value.resizeRelocate(getWidth() - VALUE * px, 0, VALUE * px, height);
        double left = (NAME + FACTORS + GAP) * px;
        double full = Math.max(0, getWidth() - (VALUE + GAP) * px - left);
        double unit = most > least ? full / (most - least) : 0;
        double middle = snapPositionX(left - least * unit);
        double length = number == 0 ? 0 : Math.max(SHORTEST, Math.abs(number) * unit);
        double around = snapSizeY(4 * px);
        bar.resizeRelocate(number < 0 ? middle - length : middle, around, length, height - 2 * around);
        zero.resizeRelocate(middle, 0, 1, height);
    }
}
