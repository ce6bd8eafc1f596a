package tokenwalk.app.controls;

import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import tokenwalk.app.theme.Appearance;

/** token | bar on its track, with a mark where the drawn share is | expected | drawn */
final class CandidateRow extends BarRowNode {
    static final double PERCENT = 68;
    static final double DRAWN = 76;
    private static final double TOKEN = 92;
    private static final double GAP = 8;
    private static final double AROUND_BAR = 7;
    private static final double MARK = 3;

    private final Region track = new Region();
    private final Region mark = new Region();
    private final Label drawn = number("bar-drawn");
    private OptionalDouble drawnShare = OptionalDouble.empty();

    CandidateRow(Appearance appearance) {
        super(appearance);
        track.getStyleClass().add("bar-track");
        mark.getStyleClass().add("bar-mark");
        getChildren().addAll(token, track, bar, mark, percent, drawn);
    }

    @Override
    void show(BarRow row, boolean best, boolean animated) {
        drawnShare = row.drawn();
        drawn.setText(drawnShare.isPresent() ? Percent.of(drawnShare.getAsDouble()) : "–");
        super.show(row, best, animated);
        setAccessibleText(getAccessibleText() + (drawnShare.isPresent() ? ", drawn " + drawn.getText() : ""));
    }

    @Override
    void empty(boolean loading) {
        drawnShare = OptionalDouble.empty();
        drawn.setText("");
        super.empty(loading);
    }

    @Override
    protected void layoutChildren() {
        double right = getWidth();
        double draws = drawsShown() ? px(DRAWN) : 0;
        drawn.setVisible(drawsShown());
        column(drawn, right, draws);
        column(percent, right - draws, px(PERCENT));
        double left = px(TOKEN + GAP);
        placeToken(0, px(TOKEN));
        double full = Math.max(0, right - draws - px(PERCENT) - left);
        double height = snapSizeY(getHeight() - px(AROUND_BAR));
        double top = snapPositionY((getHeight() - height) / 2);
        track.resizeRelocate(left, top, full, height);
        bar.resizeRelocate(left, top, barLength(full), height);
        double share = drawnShare.orElse(0);
        mark.setVisible(share > 0);
        double center = left + full * Math.min(1, share);
        mark.resizeRelocate(snapPositionX(Math.max(left, center - MARK / 2)), top - 2, MARK, height + 4);
    }
}
