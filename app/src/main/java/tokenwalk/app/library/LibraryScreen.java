package tokenwalk.app.library;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import tokenwalk.app.library.view.LibraryCard;
import tokenwalk.app.library.view.ModelRows;
import tokenwalk.app.screen.Shared;

/** The screen «Models»: opening one on top, below it all there are. */
public final class LibraryScreen extends ScrollPane {
    public LibraryScreen(Shared shared) {
        getStyleClass().add("screen-scroll");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        VBox screen = new VBox(new LibraryCard(shared.library()), new ModelRows(shared.library()));
        screen.getStyleClass().add("screen");
        setContent(screen);
    }
}
