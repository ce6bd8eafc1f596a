package tokenwalk.app.lesson.view;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import tokenwalk.app.lesson.model.Standing;

/** One piece for each step: passed, here, still to come. */
final class SegmentBar extends HBox {
    private static final PseudoClass PASSED = PseudoClass.getPseudoClass("passed");
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    SegmentBar() {
        getStyleClass().add("segment-bar");
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    }

    void show(Standing standing) {
        setAccessibleText(standing.words());
        while (getChildren().size() < standing.of()) {
            Region segment = new Region();
            segment.getStyleClass().add("segment");
            setHgrow(segment, Priority.ALWAYS);
            getChildren().add(segment);
        }
        getChildren().remove(standing.of(), getChildren().size());
        for (int i = 0; i < standing.of(); i++) {
            getChildren().get(i).pseudoClassStateChanged(PASSED, i + 1 < standing.number());
            getChildren().get(i).pseudoClassStateChanged(HERE, i + 1 == standing.number());
        }
    }
}
