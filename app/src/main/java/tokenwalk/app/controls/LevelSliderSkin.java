package tokenwalk.app.controls;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.BundledFonts;
import tokenwalk.app.theme.Role;

/** Heading | track, thumb and a goal's triangle; below them ticks, painted. */
final class LevelSliderSkin extends CanvasSkin<LevelSlider> {
    private static final int LABELLED = 5;
    private static final double THUMB = 22;
    private static final double TRACK = 6;
    private static final double TICKS = 22;
    private static final double TICK_LABEL = 12;
    private static final double HEADING = 160;
    private static final double GAP = 12;
    private static final double GOAL = 14;

    private final Label description = new Label();
    private final VBox heading;
    private final Region track = part("level-track");
    private final Region done = part("level-done");
    private final Region thumb = part("level-thumb");
    private final Polygon goal = new Polygon();

    LevelSliderSkin(LevelSlider slider, Appearance appearance) {
        super(slider, appearance);
        Label name = new Label("Layer");
        name.getStyleClass().add("level-name");
        description.getStyleClass().add("level-description");
        heading = new VBox(name, description);
        heading.setManaged(false);
        goal.getStyleClass().add("level-goal");
        goal.setManaged(false);
        goal.setMouseTransparent(true);
        getChildren().addAll(heading, track, done, thumb, goal);
        redrawOn(slider.positionProperty());
        redrawOn(slider.goalProperty());
        redrawOn(slider.layersProperty());
        registerChangeListener(slider.levelProperty(), change -> describe());
        registerChangeListener(slider.layersProperty(), change -> describe());
        slider.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        slider.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> slider.drag(valueAt(event.getX())));
        slider.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> slider.drop());
        describe();
    }

    private static Region part(String styleClass) {
        Region region = new Region();
        region.getStyleClass().add(styleClass);
        region.setManaged(false);
        region.setMouseTransparent(true);
        return region;
    }

    private void describe() {
        int layers = getSkinnable().layersProperty().get();
        description.setText(
                layers == 0 ? "–" : LevelSlider.describe(getSkinnable().getLevel(), layers));
    }

    private void press(MouseEvent event) {
        getSkinnable().requestFocus();
        if (event.getX() >= left() - appearance().px(THUMB) / 2) {
            getSkinnable().drag(valueAt(event.getX()));
        }
    }

    /** Where level 0 is. */
    private double left() {
        return snappedLeftInset() + appearance().px(HEADING + GAP + THUMB / 2);
    }

    private double length() {
        double right =
                getSkinnable().getWidth() - snappedRightInset() - appearance().px(THUMB / 2);
        return Math.max(1, right - left());
    }

    private double valueAt(double x) {
        return (x - left()) / length() * getSkinnable().layersProperty().get();
    }

    private double xOf(double value) {
        int layers = getSkinnable().layersProperty().get();
        return left() + (layers == 0 ? 0 : value / layers * length());
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        super.layoutChildren(x, y, width, height);
        double thumbSize = snapSizeX(appearance().px(THUMB));
        double trackHeight = snapSizeY(appearance().px(TRACK));
        double center = y + thumbSize / 2;
        double headingHeight = heading.prefHeight(-1);
        heading.resizeRelocate(
                x, snapPositionY(y + (height - headingHeight) / 2), appearance().px(HEADING), headingHeight);
        double at = xOf(getSkinnable().positionProperty().get());
        double top = snapPositionY(center - trackHeight / 2);
        track.resizeRelocate(left(), top, length(), trackHeight);
        done.resizeRelocate(left(), top, at - left(), trackHeight);
        thumb.resizeRelocate(at - thumbSize / 2, y, thumbSize, thumbSize);
        placeGoal(center - trackHeight / 2);
    }

    private void placeGoal(double bottom) {
        int level = getSkinnable().goalProperty().get();
        goal.setVisible(level >= 0 && level <= getSkinnable().layersProperty().get());
        double x = xOf(level);
        double half = appearance().px(GOAL) / 2;
        goal.getPoints().setAll(x - half, bottom - half - 2, x + half, bottom - half - 2, x, bottom - 1);
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        int layers = getSkinnable().layersProperty().get();
        double top = appearance().px(THUMB + 1);
        g.setFont(Font.font(BundledFonts.MONO, appearance().px(TICK_LABEL)));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        g.setFill(appearance().color(Role.MUTED));
        for (int level = 0; level <= layers && layers > 0; level++) {
            boolean last = level == layers;
            boolean labelled = last || (level % LABELLED == 0 && layers - level >= LABELLED);
            double x = snap(xOf(level) - snappedLeftInset());
            g.fillRect(x, top, 1, appearance().px(labelled ? 5 : 3));
            if (labelled) {
                g.fillText(Integer.toString(level), x, top + appearance().px(6));
            }
        }
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return top + appearance().px(THUMB + TICKS) + bottom;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return computePrefHeight(width, top, right, bottom, left);
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return left + appearance().px(480) + right;
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return left + appearance().px(HEADING + GAP + 120) + right;
    }

    @Override
    protected double computeMaxWidth(double height, double top, double right, double bottom, double left) {
        return Double.MAX_VALUE;
    }
}
