package tokenwalk.app.pointing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.LevelSlider;
import tokenwalk.lessons.fact.Expression;
import tokenwalk.lessons.place.Part;
import tokenwalk.lessons.place.Target;

/**
 * Rings around what is spoken of, and veils over what would tell an answer. Lies above all and takes no clicks; follows
 * layout and scrolling by looking after every layout where the parts are now.
 */
public final class PointingOverlay extends Pane {
    /** The ring lies around the part, not on it. */
    private static final double AWAY = 5;

    private final Node root;
    private final List<Target> highlight = new ArrayList<>();
    private final List<Target> cover = new ArrayList<>();
    private final List<Region> rings = new ArrayList<>();
    private final List<Region> veils = new ArrayList<>();
    private final Runnable follow = this::follow;
    private @Nullable LevelSlider slider;
    private int goal = LevelSlider.NONE;
    private String scrolled = "";

    /** @param root what the parts are looked for in */
    public PointingOverlay(Node root) {
        this.root = root;
        getStyleClass().add("pointing-overlay");
        setMouseTransparent(true);
        setPickOnBounds(false);
        sceneProperty().subscribe(this::moved);
    }

    private void moved(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removePostLayoutPulseListener(follow);
        }
        if (now != null) {
            now.addPostLayoutPulseListener(follow);
        }
    }

    /** Points at parts, and no longer at others; what is out of sight is scrolled to. */
    public void highlight(List<Target> targets) {
        if (!highlight.equals(targets)) {
            highlight.clear();
            highlight.addAll(targets);
            scrolled = "";
            requestLayout();
        }
    }

    /** Hides parts. */
    public void cover(List<Target> targets) {
        if (!cover.equals(targets)) {
            cover.clear();
            cover.addAll(targets);
            requestLayout();
        }
    }

    /** Marks a level on the slider, whatever is pointed at; {@link LevelSlider#NONE} for none. */
    public void goal(int level) {
        goal = level;
        requestLayout();
    }

    /** @return the parts that are ringed now */
    List<Region> rings() {
        return rings.stream().filter(Node::isVisible).toList();
    }

    private void follow() {
        place(highlight, rings, PointingOverlay::ring, AWAY);
        place(cover, veils, PointingOverlay::veil, 0);
        markLevel();
    }

    private void place(List<Target> targets, List<Region> marks, Supplier<Region> create, double away) {
        for (int i = 0; i < Math.max(targets.size(), marks.size()); i++) {
            if (i == marks.size()) {
                Region mark = create.get();
                mark.setManaged(false);
                marks.add(mark);
                getChildren().add(mark);
                mark.applyCss();
            }
            Optional<Node> node = i < targets.size() ? find(targets.get(i)) : Optional.empty();
            if (node.isPresent() && i == 0 && away > 0) {
                scrollOnce(node.get());
            }
            Optional<Bounds> seen = node.flatMap(this::seen);
            marks.get(i).setVisible(seen.isPresent());
            Region mark = marks.get(i);
            seen.ifPresent(bounds -> {
                double left = Math.max(0, snapPositionX(bounds.getMinX() - away));
                double top = Math.max(0, snapPositionY(bounds.getMinY() - away));
                double right = Math.min(getWidth(), snapPositionX(bounds.getMaxX() + away));
                double bottom = Math.min(getHeight(), snapPositionY(bounds.getMaxY() + away));
                mark.resizeRelocate(left, top, right - left, bottom - top);
                mark.layout();
            });
        }
    }

    private static Region ring() {
        Region ring = new Region();
        ring.getStyleClass().add("pointing-ring");
        return ring;
    }

    private static Region veil() {
        Label plate = new Label("guess first");
        plate.getStyleClass().add("pointing-plate");
        StackPane veil = new StackPane(plate);
        veil.getStyleClass().add("pointing-veil");
        return veil;
    }

    private Optional<Node> find(Target target) {
        return Marked.find(root, target.part(), number(target)).filter(node -> node.getScene() == getScene());
    }

    private static OptionalInt number(Target target) {
        return target.which().orElse(null) instanceof Expression.NumberLiteral literal
                ? OptionalInt.of((int) literal.value())
                : OptionalInt.empty();
    }

    /** @return what of a node is not scrolled out of sight, in the overlay's coordinates */
    private Optional<Bounds> seen(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        for (Node above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof ScrollPane scroll) {
                bounds = within(bounds, scroll.localToScene(scroll.getLayoutBounds()));
            }
        }
        return bounds.getWidth() <= 0 || bounds.getHeight() <= 0 ? Optional.empty() : Optional.of(sceneToLocal(bounds));
    }

    private static Bounds within(Bounds bounds, Bounds frame) {
        double left = Math.max(bounds.getMinX(), frame.getMinX());
        double top = Math.max(bounds.getMinY(), frame.getMinY());
        double right = Math.min(bounds.getMaxX(), frame.getMaxX());
        double bottom = Math.min(bounds.getMaxY(), frame.getMaxY());
        return new BoundingBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    /** Once for each room there is: the user may scroll away, but a part must not get lost when the window changes. */
    private void scrollOnce(Node node) {
        StringBuilder room = new StringBuilder();
        for (Node above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof ScrollPane scroll) {
                room.append(scroll.getViewportBounds().getHeight()).append(' ');
            }
        }
        room.append(node.hashCode());
        if (!scrolled.contentEquals(room)) {
            scrolled = room.toString();
            scrollTo(node);
        }
    }

    private static void scrollTo(Node node) {
        for (Node above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof ScrollPane scroll && scroll.getContent() != null) {
                Node content = scroll.getContent();
                Bounds part = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
                double hidden = content.getLayoutBounds().getHeight()
                        - scroll.getViewportBounds().getHeight();
                if (hidden > 0) {
                    double shown = scroll.getVvalue() * hidden;
                    double most = Math.max(0, part.getMinY() - 2 * AWAY);
                    double least = part.getMaxY()
                            + 2 * AWAY
                            - scroll.getViewportBounds().getHeight();
                    scroll.setVvalue(Math.clamp(Math.min(Math.max(shown, least), most) / hidden, 0, 1));
                }
            }
        }
    }

    /** «level 28» is marked on the slider's own scale. */
    private void markLevel() {
        int marked = highlight.stream()
                .filter(target -> target.part() == Part.LEVEL)
                .map(PointingOverlay::number)
                .flatMapToInt(OptionalInt::stream)
                .findFirst()
                .orElse(goal);
        Optional<LevelSlider> now = marked == LevelSlider.NONE
                ? Optional.empty()
                : find(Target.of(Part.LEVEL))
                        .filter(LevelSlider.class::isInstance)
                        .map(LevelSlider.class::cast);
        if (slider != null && slider != now.orElse(null)) {
            slider.goalProperty().set(LevelSlider.NONE);
        }
        slider = now.orElse(null);
        if (slider != null) {
            slider.goalProperty().set(marked);
        }
    }
}
