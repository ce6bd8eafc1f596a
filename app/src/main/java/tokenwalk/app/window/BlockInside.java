package tokenwalk.app.window;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import tokenwalk.app.controls.QuietPopOver;
import tokenwalk.app.navigation.NavigationModel;
import tokenwalk.app.screen.BlockStrip;

/** What «Blocks» offers when it is clicked: the parts of a block, which lead to their screens. */
final class BlockInside {
    private final PopOver popOver;

    BlockInside(NavigationModel navigation) {
        Label title = new Label("Inside each block");
        title.getStyleClass().add("card-title");
        VBox content = new VBox(title, new BlockStrip(navigation));
        content.getStyleClass().add("pop-over-content");
        popOver = new QuietPopOver(content, PopOver.ArrowLocation.TOP_CENTER);
        navigation.screenProperty().subscribe(_ -> popOver.hide());
    }

    void show(Node blocks) {
        popOver.show(blocks);
    }
}
