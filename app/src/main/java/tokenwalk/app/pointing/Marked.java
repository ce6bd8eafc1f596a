package tokenwalk.app.pointing;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.Parent;
import tokenwalk.lessons.place.Part;

/** Says which node shows what a lesson can point at; views mark their own nodes. */
public final class Marked {
    private Marked() {}

    /** Says that a node shows a part. */
    public static <T extends Node> T as(Part part, T node) {
        node.getProperties().put(Part.class, part);
        return node;
    }

    /**
     * Says that a node holds all parts of a kind, such as all tokens.
     *
     * @param each finds the one with a number, as lessons count; none if it cannot be seen
     */
    public static <T extends Node> T asAll(Part part, IntFunction<Optional<Node>> each, T node) {
        node.getProperties().put(part, each);
        return node;
    }

    /** @return the node below the root that shows the part and can be seen */
    public static Optional<Node> find(Node root, Part part) {
        return find(root, part, OptionalInt.empty());
    }

    /**
     * @param number which one of a numbered part; none for all of them
     * @return the node below the root that shows it and can be seen; the node that holds all if the one cannot be found
     */
    public static Optional<Node> find(Node root, Part part, OptionalInt number) {
        if (!root.isVisible()) {
            return Optional.empty();
        }
        if (root.hasProperties()) {
            if (root.getProperties().get(Part.class) == part) {
                return Optional.of(root);
            }
            if (root.getProperties().get(part) instanceof IntFunction<?> each) {
                return Optional.of(
                        number.isPresent() ? one(each, number.getAsInt()).orElse(root) : root);
            }
        }
        return root instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> find(child, part, number).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Node> one(IntFunction<?> each, int number) {
        return each.apply(number) instanceof Optional<?> found
                ? found.filter(Node.class::isInstance).map(Node.class::cast)
                : Optional.empty();
    }
}
