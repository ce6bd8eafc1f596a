package tokenwalk.app.controls;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import tokenwalk.app.theme.Appearance;

/** rank | token on its bar | share */
final class RankRow extends BarRowNode {
    private static final double RANK = 24;
    private static final double PERCENT = 66;
    private static final double AROUND_BAR = 4;

    private final Label rank = number("bar-rank");

    RankRow(Appearance appearance, int rank) {
        super(appearance);
        this.rank.setText(Integer.toString(rank));
        this.rank.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(this.rank, bar, token, percent);
    }

    @Override
    protected void layoutChildren() {
        double left = px(RANK);
        double full = Math.max(0, getWidth() - left - px(PERCENT));
        double height = snapSizeY(getHeight() - px(AROUND_BAR));
        column(rank, left, left);
        column(percent, getWidth(), px(PERCENT));
        bar.resizeRelocate(left, snapPositionY((getHeight() - height) / 2), barLength(full), height);
        placeToken(left + px(4), full - px(4));
    }
}
