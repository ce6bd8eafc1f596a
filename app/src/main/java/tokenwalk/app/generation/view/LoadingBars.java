package tokenwalk.app.generation.view;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Blocks that keep the bars' place until there are numbers. */
final class LoadingBars {
    private LoadingBars() {}

    static Node create(int rows) {
        VBox blocks = new VBox();
        blocks.getStyleClass().add("loading-bars");
        for (int i = 0; i < rows; i++) {
            Region name = new Region();
            name.getStyleClass().addAll("loading-block", "loading-name");
            Region bar = new Region();
            bar.getStyleClass().addAll("loading-block", "loading-bar");
            HBox.setHgrow(bar, Priority.ALWAYS);
            HBox row = new HBox(name, bar);
            row.getStyleClass().add("loading-row");
            blocks.getChildren().add(row);
        }
        return blocks;
    }
}
