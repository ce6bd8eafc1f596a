package tokenwalk.app.drift.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.SkinBase;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.drift.model.DriftPicture;
import tokenwalk.app.drift.model.Spot;
import tokenwalk.app.theme.Appearance;

/** Draws the plot in the layout pass: however many things change, once a pulse. */
final class ScatterSkin extends SkinBase<ScatterCanvas> {
    private static final double NEWCOMER_FADE = 220;
    private static final double REACH = 4;

    private final Canvas canvas = new Canvas();
    private final Appearance appearance;
    private final DoubleProperty newcomerOpacity = new SimpleDoubleProperty(this, "newcomerOpacity", 1);
    private final Map<Integer, LevelLabels> labels = new HashMap<>();
    private final InvalidationListener redraw = _ -> getSkinnable().requestLayout();
    // A dot that moves is no longer under the pointer.
    private final InvalidationListener move = _ -> {
        hover(-1);
        getSkinnable().requestLayout();
    };
    private final InvalidationListener relabel = _ -> {
        labels.clear();
        hover(-1);
        getSkinnable().requestLayout();
    };
    // The appearance outlives every control.
    private final WeakInvalidationListener weakRedraw = new WeakInvalidationListener(redraw);
    private final WeakInvalidationListener weakRelabel = new WeakInvalidationListener(relabel);
    private final ChangeListener<@Nullable DriftPicture> newPicture = (_, old, now) -> pictureChanged(old, now);
    private final ScatterInput input;
    private @Nullable PlotGeometry geometry;
    private @Nullable Timeline fade;
    private int newcomersFrom = Integer.MAX_VALUE;
    private int hovered = -1;

    ScatterSkin(ScatterCanvas control) {
        super(control);
        appearance = control.appearance();
        getChildren().add(canvas);
        control.pictureProperty().addListener(newPicture);
        control.levelProperty().addListener(move);
        control.focusVisibleProperty().addListener(redraw);
        newcomerOpacity.addListener(redraw);
        control.chosenProperty().addListener(relabel);
        control.viewportProperty().addListener(relabel);
        appearance.themeProperty().addListener(weakRedraw);
        appearance.textScaleProperty().addListener(weakRelabel);
        input = new ScatterInput(control, this);
    }

    @Override
    public void dispose() {
        ScatterCanvas control = getSkinnable();
        if (control == null) {
            return;
        }
        control.pictureProperty().removeListener(newPicture);
        control.levelProperty().removeListener(move);
        control.focusVisibleProperty().removeListener(redraw);
        control.chosenProperty().removeListener(relabel);
        control.viewportProperty().removeListener(relabel);
        appearance.themeProperty().removeListener(weakRedraw);
        appearance.textScaleProperty().removeListener(weakRelabel);
        input.dispose();
        super.dispose();
    }

    private void pictureChanged(@Nullable DriftPicture old, @Nullable DriftPicture now) {
        if (fade != null) {
            fade.stop();
        }
        hover(-1);
        labels.clear();
        newcomersFrom = Integer.MAX_VALUE;
        newcomerOpacity.set(1);
        if (old == null || now == null || !old.sharesAxesWith(now)) {
            getSkinnable().resetView();
        } else if (now.tokenCount() > old.tokenCount()
                && !appearance.reducedMotionProperty().get()) {
            newcomersFrom = old.tokenCount();
            newcomerOpacity.set(0);
            fade = new Timeline(new KeyFrame(appearance.motion(NEWCOMER_FADE), new KeyValue(newcomerOpacity, 1)));
            fade.play();
        }
        getSkinnable().requestLayout();
    }

    /** @return the token whose dot is drawn at a place, the topmost one; −1 for none */
    int tokenAt(double x, double y) {
        DriftPicture picture = getSkinnable().pictureProperty().get();
        if (picture == null || geometry == null || !geometry.plot().contains(x, y)) {
            return -1;
        }
        Dots dots = dots(picture);
        int best = -1;
        double nearest = Double.POSITIVE_INFINITY;
        for (int token : dots.byImportance()) {
            Spot spot = picture.spotBetween(level(picture), token);
            double distance = Math.hypot(geometry.x(spot) - x, geometry.y(spot) - y);
            if (distance <= dots.radius(token) + REACH && distance < nearest) {
                best = token;
                nearest = distance;
            }
        }
        return best;
    }

    void hover(int token) {
        if (hovered != token) {
            hovered = token;
            input.tell(token);
            getSkinnable().requestLayout();
        }
    }

    @Nullable
    PlotGeometry geometry() {
        return geometry;
    }

    private Dots dots(DriftPicture picture) {
        int chosen = getSkinnable().chosenProperty().get();
        return new Dots(picture, chosen < picture.tokenCount() ? chosen : -1, appearance.px(1));
    }

    private double level(DriftPicture picture) {
        return Math.clamp(getSkinnable().levelProperty().get(), 0, picture.lastLevel());
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            labels.clear();
        }
        canvas.relocate(x, y);
        draw(width, height);
    }

    private void draw(double width, double height) {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, width, height);
        double left = appearance.px(28);
        double below = appearance.px(28);
        Box plot = new Box(left, 4, width - left - 4, height - below - 4);
        if (plot.width() < 40 || plot.height() < 40) {
            return;
        }
        LabelWriter writer = new LabelWriter(appearance);
        ScatterPainter painter = new ScatterPainter(pen, appearance, writer);
        painter.ground(plot, getSkinnable().isFocusVisible());
        DriftPicture picture = getSkinnable().pictureProperty().get();
        if (picture == null) {
            geometry = null;
            return;
        }
        Viewport viewport = getSkinnable().viewportProperty().get();
        double gutter = Math.min(appearance.px(100), 0.3 * plot.width());
        PlotGeometry drawn = new PlotGeometry(plot, picture.frame(), viewport, appearance.px(16), gutter);
        geometry = drawn;
        painter.captions(picture, plot);
        painter.zoomNote(viewport, plot);
        pen.save();
        pen.beginPath();
        pen.rect(plot.x(), plot.y(), plot.width(), plot.height());
        pen.clip();
        content(painter, drawn, dots(picture), writer);
        pen.restore();
    }

    private void content(ScatterPainter painter, PlotGeometry drawn, Dots dots, LabelWriter writer) {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        double level = level(dots.picture());
        List<LabelBlend.Item> items = blend(drawn, dots, writer, level).items().stream()
                .map(item -> item.paler(opacity(item.label().token())))
                .toList();
        if (dots.picture().hasOrigin()) {
            painter.zeroLines(drawn);
        }
        List<Integer> fromBelow = dots.byImportance().reversed();
        for (int token : fromBelow) {
            if (dots.hasTrail(token)) {
                painter.trail(drawn, dots, token, level, opacity(token));
            }
        }
        items.stream().filter(LabelBlend.Item::ghost).forEach(item -> painter.ghost(drawn, dots, item.opacity()));
        if (!dots.isCrowd()) {
            painter.leaders(items, dots);
        }
        for (int token : fromBelow) {
            pen.setGlobalAlpha(opacity(token));
            painter.dot(drawn, dots, token, level, token == hovered);
        }
        if (dots.isCrowd()) {
            painter.leaders(items, dots);
        }
        pen.setGlobalAlpha(1);
        items.forEach(painter::label);
    }

    /** Where tokens were appended, only they come in. */
    private double opacity(int token) {
        return token < newcomersFrom ? 1 : newcomerOpacity.get();
    }

    private LabelBlend blend(PlotGeometry drawn, Dots dots, LabelWriter writer, double level) {
        int below = (int) level;
        int above = (int) Math.ceil(level);
        return LabelBlend.between(
                labelsOf(below, drawn, dots, writer), labelsOf(above, drawn, dots, writer), level - below);
    }

    private LevelLabels labelsOf(int level, PlotGeometry drawn, Dots dots, LabelWriter writer) {
        LabelSpacing spacing = LabelSpacing.scaled(appearance.px(1));
        return labels.computeIfAbsent(level, key -> LevelLabels.of(dots, key, drawn, writer, spacing));
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return left + appearance.px(480) + right;
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return top + appearance.px(340) + bottom;
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return left + appearance.px(200) + right;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return top + appearance.px(140) + bottom;
    }
}
