package tokenwalk.app.presenter;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.theme.Appearance;

/** A ring around the pointer, and a thin veil over all else. Lies above everything and takes no clicks. */
public final class Spotlight extends Region {
    /** In pixels at 100 %: 130 where the window is 1920 wide. */
    static final double RADIUS = 76;

    static final double SMALLEST = 38;
    static final double LARGEST = 228;
    private static final double STEP = 1.125;

    private final Appearance appearance;
    private final Path veil = new Path();
    private final Circle ring = new Circle();
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper(this, "on", false);
    private double radius = RADIUS;
    private @Nullable Point2D pointer;

    public Spotlight(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("spotlight");
        veil.getStyleClass().add("spotlight-veil");
        veil.setFillRule(FillRule.EVEN_ODD);
        ring.getStyleClass().add("spotlight-ring");
        veil.setManaged(false);
        ring.setManaged(false);
        getChildren().addAll(veil, ring);
        setMouseTransparent(true);
        // It is as large as what it lies on, and asks for no room of its own.
        setMinSize(0, 0);
        setPrefSize(0, 0);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        visibleProperty().bind(on);
        appearance.textScaleProperty().subscribe(this::requestLayout);
    }

    public ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    /** Follows the mouse over {@code node}; while it is on, the wheel changes its size. */
    public void follow(Node node) {
        node.addEventFilter(MouseEvent.MOUSE_MOVED, this::moveTo);
        node.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::moveTo);
        node.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (on.get() && event.getDeltaY() != 0) {
                if (event.getDeltaY() > 0) {
                    larger();
                } else {
                    smaller();
                }
                event.consume();
            }
        });
    }

    private void moveTo(MouseEvent event) {
        pointer = sceneToLocal(event.getSceneX(), event.getSceneY());
        requestLayout();
    }

    public void toggle() {
        on.set(!on.get());
        requestLayout();
    }

    public void off() {
        on.set(false);
    }

    public void larger() {
        radius = Math.min(LARGEST, radius * STEP);
        requestLayout();
    }

    public void smaller() {
        radius = Math.max(SMALLEST, radius / STEP);
        requestLayout();
    }

    /** In the middle while no mouse has moved yet: a remote has none. */
    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double x = pointer == null ? width / 2 : pointer.getX();
        double y = pointer == null ? height / 2 : pointer.getY();
        double r = appearance.px(radius);
        ring.setCenterX(x);
        ring.setCenterY(y);
        ring.setRadius(r);
        veil.getElements()
                .setAll(
                        new MoveTo(0, 0),
                        new HLineTo(width),
                        new VLineTo(height),
                        new HLineTo(0),
                        new ClosePath(),
                        new MoveTo(x - r, y),
                        new ArcTo(r, r, 0, x + r, y, false, true),
                        new ArcTo(r, r, 0, x - r, y, false, true),
                        new ClosePath());
    }
}
