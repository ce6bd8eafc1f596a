package tokenwalk.app.embeddings.view;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.BundledFonts;

/** A picture on one canvas, drawn again when its size, the theme or the text size changes. */
abstract class Drawing extends Region {
    private static final double NOTE = 12;

    private final Canvas canvas = new Canvas();
    private final Appearance appearance;
    private final double width;
    private final double height;

    /** @param width, height preferred, in pixels at 100 % */
    Drawing(Appearance appearance, double width, double height) {
        this.appearance = appearance;
        this.width = width;
        this.height = height;
        getChildren().add(canvas);
        appearance.themeProperty().subscribe(this::requestLayout);
        appearance.textScaleProperty().subscribe(this::requestLayout);
    }

    final Appearance appearance() {
        return appearance;
    }

    final Font noteFont() {
        return Font.font(BundledFonts.MONO, appearance.px(NOTE));
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        if (getWidth() > 0 && getHeight() > 0) {
            draw(g, getWidth(), getHeight());
        }
    }

    abstract void draw(GraphicsContext g, double width, double height);

    @Override
    protected double computePrefWidth(double forHeight) {
        return appearance.px(width);
    }

    @Override
    protected double computePrefHeight(double forWidth) {
        return appearance.px(height);
    }

    @Override
    protected double computeMinWidth(double forHeight) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double forWidth) {
        return appearance.px(height) / 2;
    }
}
