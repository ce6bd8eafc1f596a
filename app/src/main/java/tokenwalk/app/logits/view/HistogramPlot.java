package tokenwalk.app.logits.view;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.SignedNumber;
import tokenwalk.app.logits.model.LogitHistogram;
import tokenwalk.app.theme.Appearance;

/** How many tokens have which logit, with one mark at the best token and one at the chosen token. */
final class HistogramPlot extends Pane {
    private static final PseudoClass LINKED = PseudoClass.getPseudoClass("linked");
    private static final double SHORTEST = 3;
    private static final double AXIS = 20;
    private static final double LABEL = 18;
    private static final double TICK_ROOM = 44;
    private static final int MOST_TICKS = 50;
    private static final List<Double> STEPS = List.of(1., 2., 5., 10., 20., 50., 100., 200., 500.);

    private final Appearance appearance;
    private final List<Region> bars = new ArrayList<>();
    private final List<Tick> ticks = new ArrayList<>();
    private final Region axis = new Region();
    private final Label pointed = new Label();
    private final Mark best = new Mark("best-mark");
    private final Mark chosen = new Mark("chosen-mark");
    private @Nullable LogitHistogram histogram;

    private record Tick(double at, Label label) {}

    /** A line at a logit, and what it is. */
    private static final class Mark {
        private final Region line = new Region();
        private final Label label = new Label();
        private double logit;

        Mark(String styleClass) {
            line.getStyleClass().add(styleClass);
            label.getStyleClass().add(styleClass + "-label");
        }

        void show(String words, double at, boolean visible) {
            logit = at;
            label.setText(words + " " + SignedNumber.of(at, 2));
            line.setVisible(visible);
            label.setVisible(visible);
        }
    }

    HistogramPlot(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("histogram");
        axis.getStyleClass().add("histogram-axis");
        pointed.setId("histogram-pointed");
        pointed.getStyleClass().add("note");
        best.label.setId("best-mark");
        chosen.label.setId("chosen-mark");
        setOnMouseMoved(this::point);
        setOnMouseExited(_ -> point(-1));
    }

    void show(LogitHistogram shown, String bestName, double bestLogit, String chosenName, double chosenLogit) {
        if (!shown.equals(histogram)) {
            histogram = shown;
            rebuild(shown);
        }
        boolean same = bestName.equals(chosenName) && bestLogit == chosenLogit;
        best.show((same ? "chosen and best: " : "best: ") + bestName, bestLogit, true);
        chosen.show("chosen: " + chosenName, chosenLogit, !same);
        point(-1);
        requestLayout();
    }

    private void rebuild(LogitHistogram shown) {
        bars.clear();
        ticks.clear();
        for (int stretch = 0; stretch < shown.counts().size(); stretch++) {
            Region bar = new Region();
            bar.getStyleClass().add("histogram-bar");
            bar.setVisible(shown.counts().get(stretch) > 0);
            bars.add(bar);
        }
        double span = shown.end() - shown.start();
        double step = step(span / MOST_TICKS);
        for (double at = Math.ceil(shown.start() / step) * step; at <= shown.end(); at += step) {
            Label label = new Label(SignedNumber.of(at, 0));
            label.getStyleClass().addAll("legend-number", "muted");
            ticks.add(new Tick(at, label));
        }
        List<Node> all = new ArrayList<>(bars);
        ticks.forEach(tick -> all.add(tick.label()));
        all.addAll(List.of(axis, best.line, chosen.line, best.label, chosen.label, pointed));
        getChildren().setAll(all);
    }

    private void point(MouseEvent event) {
        LogitHistogram shown = histogram;
        if (shown != null) {
            double logit = shown.start() + event.getX() / getWidth() * (shown.end() - shown.start());
            point(logit >= shown.end() ? -1 : shown.stretchOf(logit));
        }
    }

    private void point(int stretch) {
        LogitHistogram shown = histogram;
        for (int i = 0; i < bars.size(); i++) {
            bars.get(i).pseudoClassStateChanged(LINKED, i == stretch);
        }
        if (shown == null) {
            pointed.setText("");
        } else if (stretch < 0) {
            pointed.setText(String.format("the longest bar: %,d tokens", shown.largestCount()));
        } else {
            int count = shown.counts().get(stretch);
            pointed.setText(String.format(
                    "%,d token%s from %s to %s",
                    count,
                    count == 1 ? "" : "s",
                    SignedNumber.of(shown.from(stretch), 1),
                    SignedNumber.of(shown.from(stretch + 1), 1)));
        }
        requestLayout();
    }

    private double x(LogitHistogram shown, double logit) {
        return (logit - shown.start()) / (shown.end() - shown.start()) * getWidth();
    }

    @Override
    protected void layoutChildren() {
        LogitHistogram shown = histogram;
        if (shown == null || getWidth() <= 0) {
            return;
        }
        double label = appearance.px(LABEL);
        double bottom = snapPositionY(getHeight() - appearance.px(AXIS));
        double full = Math.max(0, bottom - label);
        for (int i = 0; i < bars.size(); i++) {
            double left = snapPositionX(x(shown, shown.from(i)));
            double right = snapPositionX(x(shown, shown.from(i + 1)));
            double height = Math.max(SHORTEST, full * shown.counts().get(i) / shown.largestCount());
            bars.get(i).resizeRelocate(left, bottom - height, Math.max(1, right - left - 1), height);
        }
        axis.resizeRelocate(0, bottom, getWidth(), 1);
        placeTicks(shown, bottom);
        pointed.autosize();
        pointed.relocate(0, 0);
        place(shown, best, 0, bottom);
        place(shown, chosen, label, bottom);
    }

    /** The label stands beside its line, on the side where there is room. */
    private void place(LogitHistogram shown, Mark mark, double top, double bottom) {
        double x = snapPositionX(x(shown, mark.logit));
        mark.line.resizeRelocate(Math.min(getWidth() - 2, x - 1), top, 2, bottom - top);
        mark.label.autosize();
        double gap = appearance.px(6);
        double width = mark.label.getWidth();
        boolean leftwards = x > getWidth() / 2;
        mark.label.relocate(leftwards ? x - gap - width : x + gap, top);
    }

    /** @return the first round step that is not smaller */
    private static double step(double least) {
        return STEPS.stream().filter(size -> size >= least).findFirst().orElse(STEPS.getLast());
    }

    private void placeTicks(LogitHistogram shown, double bottom) {
        double step = step(appearance.px(TICK_ROOM) / getWidth() * (shown.end() - shown.start()));
        for (Tick tick : ticks) {
            Label label = tick.label();
            label.setVisible(Math.abs(Math.IEEEremainder(tick.at(), step)) < 1e-6);
            label.autosize();
            double x = x(shown, tick.at()) - label.getWidth() / 2;
            label.relocate(Math.clamp(x, 0, Math.max(0, getWidth() - label.getWidth())), bottom + appearance.px(2));
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return appearance.px(130);
    }

    @Override
    protected double computeMinHeight(double width) {
        return appearance.px(100);
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
