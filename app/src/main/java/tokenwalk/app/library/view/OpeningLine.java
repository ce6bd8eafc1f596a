package tokenwalk.app.library.view;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import tokenwalk.app.session.Opening;
import tokenwalk.app.session.SessionModel;

/** How far the opening of a model is; takes no room while none is being opened. */
final class OpeningLine extends HBox {
    private final String why;
    private final Label words = new Label();
    private final ProgressBar progress = new ProgressBar(0);

    OpeningLine(SessionModel session, String why) {
        this.why = why;
        getStyleClass().addAll("card-heading", "opening-line");
        setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        getChildren().addAll(progress, words);
        managedProperty().bind(visibleProperty());
        session.openingProperty().subscribe(this::show);
    }

    private void show(Opening opening) {
        switch (opening) {
            case Opening.UnderWay now
            when !now.name().isEmpty() -> {
                setVisible(true);
                progress.setProgress(now.allBlocks() == 0 ? 0 : (double) now.blocks() / now.allBlocks());
                words.setText("Opening %s%s%s"
                        .formatted(
                                now.name(),
                                why,
                                now.allBlocks() == 0
                                        ? ""
                                        : " · block %d of %d".formatted(now.blocks(), now.allBlocks())));
            }
            case Opening.UnderWay _, Opening.Done(), Opening.Failed _ -> setVisible(false);
        }
    }
}
