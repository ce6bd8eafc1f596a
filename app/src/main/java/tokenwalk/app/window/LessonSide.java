package tokenwalk.app.window;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import tokenwalk.app.lesson.view.LessonPanel;
import tokenwalk.app.theme.Appearance;

/**
 * The open screen, and the lessons beside it; below it where beside it would leave the screen too little room. Room is
 * counted in em, so that larger text counts too.
 */
final class LessonSide extends Region {
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");
    private static final double PANEL = 360;
    private static final double LEAST_SCREEN = 56;
    private static final double THIRD = 1 / 3.0;

    private final Node screen;
    private final LessonPanel panel;
    private final Appearance appearance;

    LessonSide(Region screen, LessonPanel panel, ObservableValue<Boolean> shown, Appearance appearance) {
        this.screen = screen;
        this.panel = panel;
        this.appearance = appearance;
        panel.visibleProperty().bind(shown);
        getChildren().addAll(screen, panel);
        panel.visibleProperty().subscribe(this::requestLayout);
        appearance.textScaleProperty().subscribe(this::requestLayout);
    }

    /** @return whether there is room for both beside each other */
    private boolean isBeside() {
        double left = getWidth() - appearance.px(PANEL);
        return left >= LEAST_SCREEN * appearance.px(Appearance.BASE_FONT_SIZE);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (!panel.isVisible()) {
            screen.resizeRelocate(0, 0, width, height);
        } else if (isBeside()) {
            double side = snapSizeX(appearance.px(PANEL));
            screen.resizeRelocate(0, 0, width - side, height);
            panel.resizeRelocate(width - side, 0, side, height);
        } else {
            double below = snapSizeY(height * THIRD);
            screen.resizeRelocate(0, 0, width, height - below);
            panel.resizeRelocate(0, height - below, width, below);
        }
        panel.pseudoClassStateChanged(BELOW, !isBeside());
        panel.setFlat(!isBeside());
    }
}
