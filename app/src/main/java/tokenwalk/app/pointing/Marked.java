package tokenwalk.app.pointing;

import java.util.Optional;
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

    /** @return the node below the root that shows the part and can be seen */
    public static Optional<Node> find(Node root, Part part) {
        if (!root.isVisible()) {
            return Optional.empty();
        }
        if (root.hasProperties() && root.getProperties().get(Part.class) == part) {
            return Optional.of(root);
        }
        return root instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> find(child, part).stream())
                        .findFirst()
                : Optional.empty();
    }
}
