package tokenwalk.app.controls;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Skin;
import tokenwalk.app.theme.Appearance;

/** How to read heat strips: a wedge from the largest number down to the same below zero. */
public final class HeatLegend extends Control {
    private final Appearance appearance;
    private final DoubleProperty scale = new SimpleDoubleProperty(this, "scale", Double.NaN);

    public HeatLegend(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("heat-legend");
    }

    /** The magnitude at both ends; NaN while there is none. */
    public DoubleProperty scaleProperty() {
        return scale;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new LegendSkin(this, appearance);
    }

    private static final class LegendSkin extends CanvasSkin<HeatLegend> {
        private static final double WEDGE = 22;
        private static final double STEP = 4;
        private static final double HEIGHT = 86;

        private final Label top = number("legend-top");
        private final Label zero = number("legend-zero");
        private final Label bottom = number("legend-bottom");
        private final Label note = new Label("one scale for all");

        LegendSkin(HeatLegend legend, Appearance appearance) {
            super(legend, appearance);
            note.getStyleClass().add("note");
            zero.setText("0");
            getChildren().addAll(top, zero, note, bottom);
            registerChangeListener(legend.scaleProperty(), change -> write());
            write();
        }

        private static Label number(String styleClass) {
            Label label = new Label();
            label.getStyleClass().addAll("legend-number", styleClass);
            return label;
        }

        private void write() {
            double scale = getSkinnable().scale.get();
            top.setText(Double.isNaN(scale) ? "" : SignedNumber.marked(scale, 1));
            bottom.setText(Double.isNaN(scale) ? "" : SignedNumber.marked(-scale, 1));
        }

        @Override
        protected void layoutChildren(double x, double y, double width, double height) {
            super.layoutChildren(x, y, width, height);
            double left = x + appearance().px(WEDGE + 6);
            place(top, left, y);
            place(zero, x + appearance().px(WEDGE / 2), y + (height - zero.prefHeight(-1)) / 2);
            place(note, left, y + (height - note.prefHeight(-1)) / 2);
            place(bottom, left, y + height - bottom.prefHeight(-1));
        }

        private static void place(Label label, double x, double y) {
            label.autosize();
            label.relocate(x, y);
        }

        @Override
        void draw(GraphicsContext g, double width, double height) {
            double wedge = appearance().px(WEDGE);
            int steps = (int) (height / 2 / STEP);
            double step = height / 2 / steps;
            for (int i = 0; i < 2 * steps; i++) {
                double share = Math.abs(steps - i - 0.5) / steps;
                g.setFill(i < steps ? appearance().positive() : appearance().negative());
                double from = snap(i * step);
                double to = snap((i + 1) * step);
                g.fillRect(0, from, Math.max(1, wedge * share), to - from);
            }
        }

        @Override
        protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
            return left + appearance().px(WEDGE + 6) + note.prefWidth(-1) + right;
        }

        @Override
        protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
            return computePrefWidth(height, top, right, bottom, left);
        }

        @Override
        protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
            return top + appearance().px(HEIGHT) + bottom;
        }

        @Override
        protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
            return top + appearance().px(HEIGHT) / 2 + bottom;
        }
    }
}
