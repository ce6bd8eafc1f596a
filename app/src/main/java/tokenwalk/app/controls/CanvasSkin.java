package tokenwalk.app.controls;

import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Control;
import javafx.scene.control.SkinBase;
import tokenwalk.app.theme.Appearance;

/** A skin that paints its control on one canvas, once per frame at most. */
abstract class CanvasSkin<C extends Control> extends SkinBase<C> {
    private final Canvas canvas = new Canvas();
    private final Appearance appearance;

    CanvasSkin(C control, Appearance appearance) {
        super(control);
        this.appearance = appearance;
        getChildren().add(canvas);
        redrawOn(appearance.themeProperty());
        redrawOn(appearance.textScaleProperty());
        redrawOn(appearance.colorBlindProperty());
    }

    final Appearance appearance() {
        return appearance;
    }

    /** Weakly, and until the skin is disposed of. */
    final void redrawOn(ObservableValue<?> value) {
        registerChangeListener(value, change -> getSkinnable().requestLayout());
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        canvas.setWidth(width);
        canvas.setHeight(height);
        canvas.relocate(x, y);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        if (width > 0 && height > 0) {
            draw(g, width, height);
        }
    }

    abstract void draw(GraphicsContext g, double width, double height);

    /** @return {@code x} moved to the nearest edge of a device pixel */
    final double snap(double x) {
        return getSkinnable().snapPositionX(x);
    }
}
