package tokenwalk.app.sampler.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.sampler.model.AddedUp;
import tokenwalk.app.sampler.model.SamplerModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.sampling.Distribution;

/** The probabilities added up from the best token on, and how far the nucleus reaches. Many tokens: on a log axis. */
final class CumulativePlot extends Pane {
    private static final List<Double> LEVELS = List.of(0., 0.5, 1.);
    private static final int MOST_DOTS = 60;
    private static final int MOST_POINTS = 240;
    private static final double LEFT = 44;
    private static final double BOTTOM = 20;
    private static final double TOP = 8;
    private static final double RIGHT = 8;
    private static final double DOT = 4;
    private static final double SMALL_DOT = 2;

    private final SamplerModel model;
    private final Appearance appearance;
    private final List<Line> grid = new ArrayList<>();
    private final List<Label> gridLabels = new ArrayList<>();
    private final Region nucleus = new Region();
    private final Line reached = new Line();
    private final Label reachedLabel = new Label();
    private final Polyline curve = new Polyline();
    private final Pane dots = new Pane();
    private final Pane ticks = new Pane();
    private final Circle pointedDot = new Circle();

    private @Nullable Distribution distribution;
    private @Nullable AddedUp sums;

    CumulativePlot(SamplerModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
        getStyleClass().add("cumulative");
        nucleus.getStyleClass().add("nucleus");
        reached.getStyleClass().add("nucleus-line");
        reachedLabel.setId("nucleus-note");
        reachedLabel.getStyleClass().add("nucleus-note");
        curve.getStyleClass().add("cumulative-curve");
        pointedDot.getStyleClass().add("pointed-dot");
        for (double level : LEVELS) {
            Line line = new Line();
            line.getStyleClass().add("grid-line");
            grid.add(line);
            Label label = new Label(Math.round(level * 100) + "%");
            label.getStyleClass().addAll("legend-number", "muted");
            gridLabels.add(label);
        }
        // Unmanaged: their children come and go while this plot is laid out, which must not ask for another layout.
        dots.setManaged(false);
        ticks.setManaged(false);
        getChildren().add(nucleus);
        getChildren().addAll(grid);
        getChildren().addAll(gridLabels);
        getChildren().addAll(reached, curve, dots, ticks, pointedDot, reachedLabel);
        getChildren().forEach(node -> node.setMouseTransparent(true));
        setOnMouseMoved(this::point);
        setOnMouseExited(_ -> model.pointedProperty().set(SamplerModel.NONE));
        widthProperty().subscribe(this::draw);
        heightProperty().subscribe(this::draw);
    }

    void show(Distribution shown, AddedUp added) {
        distribution = shown;
        sums = added;
        draw();
    }

    /** @return whether so many tokens are drawn on a log axis */
    static boolean logarithmic(AddedUp added) {
        return added.size() > MOST_DOTS;
    }

    private double left() {
        return appearance.px(LEFT);
    }

    private double plotWidth() {
        return getWidth() - appearance.px(LEFT + RIGHT);
    }

    private double x(AddedUp added, int rank) {
        double share = logarithmic(added) ? Math.log(rank + 1) / Math.log(added.size()) : (rank + 0.5) / added.size();
        return left() + share * plotWidth();
    }

    private int rankAt(AddedUp added, double x) {
        double share = Math.clamp((x - left()) / plotWidth(), 0, 1);
        double place = logarithmic(added) ? Math.pow(added.size(), share) - 1 : share * added.size() - 0.5;
        return Math.clamp(Math.round(place), 0, added.size() - 1);
    }

    private double y(double level) {
        double top = appearance.px(TOP);
        return top + (1 - level) * (getHeight() - top - appearance.px(BOTTOM));
    }

    private void draw() {
        Distribution shown = distribution;
        AddedUp added = sums;
        if (shown == null || added == null || plotWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        for (int i = 0; i < LEVELS.size(); i++) {
            double y = snapPositionY(y(LEVELS.get(i))) + 0.5;
            place(grid.get(i), left(), left() + plotWidth(), y);
            Label label = gridLabels.get(i);
            label.autosize();
            label.relocate(left() - label.getWidth() - appearance.px(8), y - label.getHeight() / 2);
        }
        drawNucleus(shown, added);
        drawCurve(shown, added);
        drawTicks(shown, added);
        point();
    }

    private void drawNucleus(Distribution shown, AddedUp added) {
        double topP = shown.policy().topP();
        boolean on = topP < 1;
        nucleus.setVisible(on);
        reached.setVisible(on);
        reachedLabel.setText(
                on
                        ? String.format("top-p %.2f is reached at token %,d: the nucleus", topP, shown.kept())
                        : "top-p is off: nothing is cut by it");
        double right = left() + plotWidth();
        double edge = shown.kept() >= added.size() ? right : (x(added, shown.kept() - 1) + x(added, shown.kept())) / 2;
        nucleus.resizeRelocate(left(), y(1), edge - left(), y(0) - y(1));
        place(reached, left(), right, y(topP));
        reachedLabel.autosize();
        double x = right - reachedLabel.getWidth();
        double y = y(on ? topP : 1) + appearance.px(6);
        // Below the dashed line, unless the curve comes by there: then in the corner, where it never is.
        boolean crossed = y(added.upTo(rankAt(added, x))) > y;
        reachedLabel.relocate(x, crossed ? y(0) - reachedLabel.getHeight() - appearance.px(6) : y);
    }

    private void drawCurve(Distribution shown, AddedUp added) {
        curve.getPoints().clear();
        List<Node> circles = new ArrayList<>();
        int count = Math.min(MOST_POINTS, added.size());
        int before = -1;
        for (int i = 0; i < count; i++) {
            int rank = logarithmic(added) ? (int) Math.round(Math.pow(added.size(), i / (count - 1.)) - 1) : i;
            if (rank > before && rank < added.size()) {
                before = rank;
                curve.getPoints().addAll(x(added, rank), y(added.upTo(rank)));
                if (!logarithmic(added)) {
                    circles.add(dot(added, rank, shown.isKept(rank)));
                }
            }
        }
        dots.getChildren().setAll(circles);
    }

    private Circle dot(AddedUp added, int rank, boolean kept) {
        Circle dot = new Circle(x(added, rank), y(added.upTo(rank)), appearance.px(kept ? DOT : SMALL_DOT));
        dot.getStyleClass().add(kept ? "kept-dot" : "cut-dot");
        return dot;
    }

    /** The first rank, the nucleus's last one, then round numbers; what would overlap an earlier one is left out. */
    private void drawTicks(Distribution shown, AddedUp added) {
        List<Integer> numbers = new ArrayList<>(List.of(1, shown.kept(), added.size()));
        if (logarithmic(added)) {
            for (int number = 10; number < added.size(); number *= 10) {
                numbers.add(number);
            }
        } else {
            int step = added.size() > 20 ? 10 : added.size() > 8 ? 5 : 1;
            for (int number = step; number <= added.size(); number += step) {
                numbers.add(number);
            }
        }
        ticks.getChildren().clear();
        for (int number : numbers.stream().distinct().toList()) {
            Label label = new Label(String.format("%,d", number));
            boolean edge = number == shown.kept() && number < added.size();
            label.getStyleClass().addAll("legend-number", edge ? "nucleus-note" : "muted");
            ticks.getChildren().add(label);
            label.applyCss();
            label.autosize();
            double x = Math.min(x(added, number - 1) - label.getWidth() / 2, getWidth() - label.getWidth());
            label.relocate(x, y(0) + appearance.px(3));
            if (ticks.getChildren().stream().anyMatch(other -> other != label && overlap((Label) other, label))) {
                ticks.getChildren().remove(label);
            }
        }
    }

    private boolean overlap(Label one, Label other) {
        double gap = appearance.px(6);
        return one.getLayoutX() < other.getLayoutX() + other.getWidth() + gap
                && other.getLayoutX() < one.getLayoutX() + one.getWidth() + gap;
    }

    /** Marks the token that is pointed at, here or in another panel. */
    void point() {
        AddedUp added = sums;
        int rank = model.pointedProperty().get();
        if (added == null || rank < 0 || rank >= added.size()) {
            pointedDot.setVisible(false);
            return;
        }
        pointedDot.setVisible(true);
        pointedDot.setCenterX(x(added, rank));
        pointedDot.setCenterY(y(added.upTo(rank)));
        pointedDot.setRadius(appearance.px(DOT + 2));
    }

    private void point(MouseEvent event) {
        AddedUp added = sums;
        if (added != null) {
            model.pointedProperty().set(rankAt(added, event.getX()));
        }
    }

    private static void place(Line line, double fromX, double toX, double y) {
        line.setStartX(fromX);
        line.setEndX(toX);
        line.setStartY(y);
        line.setEndY(y);
    }

    @Override
    protected void layoutChildren() {
        draw();
    }

    @Override
    protected double computePrefHeight(double width) {
        return appearance.px(160);
    }

    @Override
    protected double computeMinHeight(double width) {
        return appearance.px(110);
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
