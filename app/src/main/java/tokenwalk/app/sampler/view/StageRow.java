package tokenwalk.app.sampler.view;

import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import tokenwalk.app.controls.TokenLabel;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.DrawTally;

/** One token on its way from its score to its draws. */
final class StageRow extends Pane {
    private static final PseudoClass CUT = PseudoClass.getPseudoClass("cut");
    private static final PseudoClass LAST_KEPT = PseudoClass.getPseudoClass("last-kept");
    private static final double BAR = 3;
    private static final double SHORTEST = 3;

    private final Appearance appearance;
    private final TokenText token = new TokenText();
    private final Map<StageColumn, Label> numbers = new EnumMap<>(StageColumn.class);
    private final Map<StageColumn, Bar> bars = new EnumMap<>(StageColumn.class);

    /** A share on its track. */
    private static final class Bar {
        private final Region track = new Region();
        private final Region fill = new Region();
        private double share;

        Bar() {
            track.getStyleClass().add("stage-track");
            fill.getStyleClass().add("stage-bar");
        }
    }

    StageRow(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("stage-row");
        for (StageColumn column : StageColumn.values()) {
            if (column.hasBar()) {
                Bar bar = new Bar();
                bars.put(column, bar);
                getChildren().addAll(bar.track, bar.fill);
            }
            if (column != StageColumn.TOKEN) {
                Label number = new Label();
                number.getStyleClass().addAll("number", "cell-" + column.name());
                number.setAlignment(Pos.CENTER_RIGHT);
                number.setMinWidth(USE_PREF_SIZE);
                numbers.put(column, number);
                getChildren().add(number);
            }
        }
        getChildren().add(token);
    }

    void show(TokenLabel label, Distribution distribution, DrawTally tally, int rank) {
        token.setToken(label);
        numbers.forEach((column, number) -> number.setText(column.words(distribution, tally, rank)));
        bars.forEach((column, bar) -> {
            bar.share = column.share(distribution, rank);
            bar.fill.setVisible(bar.share > 0);
            bar.track.setVisible(column == StageColumn.SOFTMAX || bar.share > 0);
        });
        pseudoClassStateChanged(CUT, !distribution.isKept(rank));
        pseudoClassStateChanged(
                LAST_KEPT, rank == distribution.kept() - 1 && distribution.kept() < distribution.size());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double text = height - appearance.px(BAR);
        double tokenHeight = token.prefHeight(-1);
        token.resizeRelocate(
                0,
                snapPositionY((text - tokenHeight) / 2),
                Math.min(token.prefWidth(-1), StageColumn.TOKEN.right(width)),
                tokenHeight);
        numbers.forEach((column, number) -> {
            double wanted = Math.ceil(number.prefWidth(-1));
            number.resizeRelocate(snapPositionX(column.right(width) - wanted), 0, wanted, text);
        });
        double thick = snapSizeY(appearance.px(BAR));
        bars.forEach((column, bar) -> {
            double left = snapPositionX(column.left(width));
            double full = snapPositionX(column.right(width)) - left;
            double top = height - thick - 1;
            bar.track.resizeRelocate(left, top, full, thick);
            bar.fill.resizeRelocate(left, top, Math.clamp(full * bar.share, SHORTEST, full), thick);
        });
    }
}
