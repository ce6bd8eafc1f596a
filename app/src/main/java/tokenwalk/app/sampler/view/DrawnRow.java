package tokenwalk.app.sampler.view;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import tokenwalk.app.controls.Percent;
import tokenwalk.app.controls.TokenLabel;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.theme.Appearance;

/** token | a bar of the share drawn, with a mark at the share expected | drawn | expected */
final class DrawnRow extends Pane {
    private static final PseudoClass LINKED = PseudoClass.getPseudoClass("linked");
    private static final double TOKEN = 96;
    private static final double NUMBER = 72;
    private static final double AROUND = 4;
    private static final double MARK = 3;
    private static final double SHORTEST = 3;
    private static final double HEIGHT = 22;

    private final Appearance appearance;
    private final TokenText token = new TokenText();
    private final Region track = new Region();
    private final Region bar = new Region();
    private final Region mark = new Region();
    private final Label drawn = number("drawn-share");
    private final Label expected = number("expected-share");
    private double drawnShare;
    private double expectedShare;

    DrawnRow(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("drawn-row");
        track.getStyleClass().add("stage-track");
        bar.getStyleClass().add("drawn-bar");
        mark.getStyleClass().add("expected-mark");
        getChildren().addAll(token, track, bar, mark, drawn, expected);
    }

    static double numberWidth(Appearance appearance) {
        return appearance.px(NUMBER);
    }

    private static Label number(String styleClass) {
        Label label = new Label();
        label.getStyleClass().addAll("number", styleClass);
        label.setAlignment(Pos.CENTER_RIGHT);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /** @param total how many draws there were in all */
    void show(TokenLabel label, double share, double wanted, long total) {
        token.setToken(label);
        drawnShare = share;
        expectedShare = wanted;
        drawn.setText(total == 0 ? "–" : Percent.of(share));
        expected.setText(wanted == 0 ? "cut" : Percent.of(wanted));
        setAccessibleText(label.plain() + " drawn " + drawn.getText() + ", expected " + expected.getText());
        requestLayout();
    }

    void link(boolean linked) {
        pseudoClassStateChanged(LINKED, linked);
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double number = numberWidth(appearance);
        double tokenHeight = token.prefHeight(-1);
        double room = appearance.px(TOKEN);
        token.resizeRelocate(
                0, snapPositionY((height - tokenHeight) / 2), Math.min(room, token.prefWidth(-1)), tokenHeight);
        double left = snapPositionX(room + appearance.px(4));
        double full = Math.max(MARK, getWidth() - left - 2 * number);
        double around = snapSizeY(appearance.px(AROUND));
        double thick = height - 2 * around;
        track.resizeRelocate(left, around, full, thick);
        bar.setVisible(drawnShare > 0);
        bar.resizeRelocate(left, around, Math.max(SHORTEST, full * drawnShare), thick);
        mark.setVisible(expectedShare > 0);
        double at = Math.clamp(full * expectedShare - MARK / 2, 0, full - MARK);
        mark.resizeRelocate(snapPositionX(left + at), around - 2, MARK, thick + 4);
        drawn.resizeRelocate(getWidth() - 2 * number, 0, number, height);
        expected.resizeRelocate(getWidth() - number, 0, number, height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(appearance.px(HEIGHT));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
