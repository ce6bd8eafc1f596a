package tokenwalk.app.sampler.view;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.sampler.model.SamplerModel;
import tokenwalk.app.session.Reading;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.Draw;

/** The line from 0 to 1, on which each token that can be drawn has a stretch, and the random point on it. */
final class UnitLine extends Pane {
    private static final PseudoClass LINKED = PseudoClass.getPseudoClass("linked");
    /** A stretch that is shorter than this share of the line cannot be seen. */
    private static final double SMALLEST = 0.003;

    private static final double ABOVE = 20;
    private static final double LINE = 26;
    private static final double BELOW = 20;
    private static final double NARROWEST = 2;

    private final SamplerModel model;
    private final Appearance appearance;
    private final List<Stretch> stretches = new ArrayList<>();
    private final Region rest = new Region();
    private final Label zero = new Label("0");
    private final Label one = new Label("1");
    private final Label others = new Label();
    private final Polygon arrow = new Polygon();
    private final Region needle = new Region();
    private final Label point = new Label();
    private @Nullable Distribution distribution;
    private @Nullable Draw draw;

    /** A token's part of the line. */
    private record Stretch(int rank, Region ground, TokenText token) {}

    UnitLine(SamplerModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
        rest.getStyleClass().add("unit-rest");
        zero.getStyleClass().addAll("legend-number", "muted");
        one.getStyleClass().addAll("legend-number", "muted");
        others.setId("others");
        others.getStyleClass().add("note");
        arrow.getStyleClass().add("unit-arrow");
        needle.getStyleClass().add("unit-needle");
        point.setId("point");
        point.getStyleClass().add("legend-number");
    }

    void show(Distribution shown, Reading reading) {
        distribution = shown;
        stretches.clear();
        for (int rank = 0; rank < shown.kept() && shown.probability(rank) >= SMALLEST; rank++) {
            stretches.add(stretch(shown, reading, rank));
        }
        List<Node> all = new ArrayList<>(List.of(rest));
        stretches.forEach(stretch -> all.add(stretch.ground()));
        stretches.forEach(stretch -> all.add(stretch.token()));
        all.addAll(List.of(zero, one, others, needle, arrow, point));
        getChildren().setAll(all);
        link();
        requestLayout();
    }

    private Stretch stretch(Distribution shown, Reading reading, int rank) {
        Region ground = new Region();
        ground.getStyleClass().add(rank == 0 ? "unit-first" : "unit-stretch");
        ground.setOnMouseEntered(_ -> model.pointedProperty().set(rank));
        ground.setOnMouseExited(_ -> model.pointedProperty().set(SamplerModel.NONE));
        TokenText token = new TokenText(
                TokenLabels.of(reading.model().token(shown.logits().tokenId(rank))));
        token.getStyleClass().add(rank == 0 ? "unit-first-token" : "unit-token");
        token.setMouseTransparent(true);
        return new Stretch(rank, ground, token);
    }

    void show(@Nullable Draw newDraw) {
        draw = newDraw;
        point.setText(newDraw == null ? "" : String.format("%.4f", newDraw.point()));
        requestLayout();
    }

    /** Marks the token that is pointed at. */
    void link() {
        int pointed = model.pointedProperty().get();
        stretches.forEach(stretch -> stretch.ground().pseudoClassStateChanged(LINKED, stretch.rank() == pointed));
    }

    @Override
    protected void layoutChildren() {
        Distribution shown = distribution;
        double width = getWidth();
        if (shown == null || width <= 0) {
            return;
        }
        double top = appearance.px(ABOVE);
        double height = appearance.px(LINE);
        rest.resizeRelocate(0, top, width, height);
        int named = 0;
        for (Stretch stretch : stretches) {
            double start = shown.lineStart(stretch.rank());
            double left = snapPositionX(start * width);
            double right = snapPositionX((start + shown.probability(stretch.rank())) * width);
            stretch.ground().setVisible(right - left >= NARROWEST);
            stretch.ground().resizeRelocate(left, top, right - left, height);
            TokenText token = stretch.token();
            double wanted = token.prefWidth(-1);
            boolean fits = wanted + appearance.px(14) <= right - left;
            token.setVisible(fits);
            named += fits ? 1 : 0;
            double tokenHeight = token.prefHeight(-1);
            token.resizeRelocate(left + appearance.px(7), top + (height - tokenHeight) / 2, wanted, tokenHeight);
        }
        labels(shown.kept(), named, width, top + height + appearance.px(2));
        needle(width, top, height);
    }

    private void labels(int kept, int named, double width, double below) {
        zero.autosize();
        zero.relocate(0, below);
        one.autosize();
        one.relocate(width - one.getWidth(), below);
        others.setText(words(kept, kept - named));
        others.autosize();
        others.relocate(width - one.getWidth() - appearance.px(12) - others.getWidth(), below);
    }

    private static String words(int kept, int unnamed) {
        if (unnamed == 0) {
            return "";
        }
        if (unnamed == kept) {
            return String.format("%,d tokens share the line", kept);
        }
        return String.format("%,d more token%s the rest", unnamed, unnamed == 1 ? " has" : "s share");
    }

    private void needle(double width, double top, double height) {
        Draw drawn = draw;
        needle.setVisible(drawn != null);
        arrow.setVisible(drawn != null);
        point.setVisible(drawn != null);
        if (drawn == null) {
            return;
        }
        double x = drawn.point() * width;
        double half = appearance.px(5);
        needle.resizeRelocate(snapPositionX(x - 1), top - half, 2, height + 2 * half);
        arrow.getPoints().setAll(x - half, top - 2.4 * half, x + half, top - 2.4 * half, x, top - half * 0.8);
        point.autosize();
        double leftOf = x - half - appearance.px(4) - point.getWidth();
        point.relocate(leftOf >= 0 ? leftOf : x + half + appearance.px(4), top - appearance.px(ABOVE - 1));
    }

    @Override
    protected double computePrefHeight(double width) {
        return appearance.px(ABOVE + LINE + BELOW);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return appearance.px(400);
    }
}
